import assert from "node:assert/strict";
import fc from "fast-check";
import { sameNumber } from "../../../src/core/campaign/decimal";
import { checkCampaign } from "../../../src/core/lint/check";
import { different, ruleProblems } from "./rule-problems";

const withNumber = (number: string) =>
  different({ top: { schedule: { isSchedulingEnabled: false, x: "?" } } }).replace('"?"', number);

describe("a number that loses precision", () => {
  const found = (number: string) =>
    ruleProblems("number-precision", withNumber(number)).map(({ message }) => message);

  it("is an error that names the number to be sent", () => {
    assert.match(
      found("9007199254740993")[0] ?? "",
      /^9007199254740993 cannot be sent exactly; 9007199254740992/,
    );
    assert.match(found("1e999")[0] ?? "", /null would be sent/);
    const [problem] = checkCampaign(withNumber("-1e999")).problems.filter(
      ({ code }) => code === "number-precision",
    );
    assert.equal(problem?.severity, "error");
    assert.equal(problem.pointer, "/schedule/x");
  });

  it("has too many digits, or is too small", () => {
    for (const number of ["0.12345678901234567890", "1e-999", "123456789012345678", "1.00000000000000000001"])
      assert.equal(found(number).length, 1, number);
  });

  it("is not a number that is only written differently", () => {
    for (const number of [
      "9007199254740992",
      "1e2",
      "1E+2",
      "0.1",
      "100.000000000000000",
      "1.5e300",
      "-0",
      "0e5",
    ])
      assert.deepEqual(found(number), [], number);
  });

  it("is left to the schema if its type is wrong or it is out of bounds", () => {
    const text = different({}).replace('"maxRingTime": 30', '"maxRingTime": 1e999');
    assert.deepEqual(
      checkCampaign(text).problems.map(({ pointer }) => pointer),
      ["/dialingStrategy/maxRingTime"],
    );
    const close = different({}).replace('"maxRingTime": 30', '"maxRingTime": 30.00000000000000000001');
    assert.equal(ruleProblems("number-precision", close).length, 1);
  });

  it("is found at its own place in a list of a thousand", () => {
    const list = `[${Array.from({ length: 1000 }, () => "1").join(", ")}, 9007199254740993]`;
    assert.deepEqual(
      ruleProblems("number-precision", withNumber(list)).map(({ pointer }) => pointer),
      ["/schedule/x/1000"],
    );
  });
});

describe("two JSON numbers", () => {
  it("are the same if they are exactly equal", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.nat(20),
        fc.nat(20),
        (number, zeros, power) => {
          const written = `${number}.${"0".repeat(zeros + 1)}`;
          assert.ok(sameNumber(written, String(number)));
          assert.ok(sameNumber(`${number * 10n ** BigInt(power)}`, `${number}e${power}`));
          assert.ok(!sameNumber(String(number + 1n), String(number)));
        },
      ),
    );
    assert.ok(sameNumber("-0", "0"));
    assert.ok(!sameNumber("-1", "1"));
    assert.ok(sameNumber("0.00120", "1.2e-3"));
  });
});
