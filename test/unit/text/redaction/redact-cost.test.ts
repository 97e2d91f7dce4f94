import fc from "fast-check";
import { createRedactor } from "../../../../src/core/text/redaction/redact";
import { assertLinear } from "../../steps";

const secret = "k9Zq-41bX_7mWv/2=";
/** The beginnings of what the redactor removes, and the signs of each way to write it. */
const parts = [
  ...["-Hauth:", "-H auth: ", "auth:", "Authorization :", "\nauth: x", "'-H' 'auth:", '"auth": '],
  ...["--header auth:", "eyJ", "eyJ.", "eyJ..", ".", ":", " ", "\n", '"', "'", "-", "=", "/"],
  ...["\\", "\\\\", "\\n", "\\u006", "\\u0061", "%", "%25", "%2", "%2525"],
  ...["&", "&#", "&#x", "&amp;", "&#107;", "&#x6b", "6b", "6b39", "0x", "k9", "k9Zq"],
  ...[secret, secret.slice(0, -1), encodeURIComponent(secret), btoa(secret)],
  ...["a", "é", "\u200b", "😀", "\ud83d"],
];

describe("The cost of the redactor", () => {
  for (const part of parts)
    it(`grows with a text that repeats ${JSON.stringify(part)}`, () => {
      assertLinear(500, (size) => () => createRedactor([secret]).text(part.repeat(size)));
    });

  it("grows with a text that repeats any two of them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.constantFrom(...parts), (one, other) => {
        assertLinear(200, (size) => () => createRedactor([secret]).text((one + other).repeat(size)));
        assertLinear(
          200,
          (size) => () => createRedactor([secret]).text(one.repeat(size) + other.repeat(size)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
