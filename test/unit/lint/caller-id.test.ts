import assert from "node:assert/strict";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { different, fixedValue, ruleProblems } from "./rule-problems";

type Code = "caller-id-placeholder" | "caller-id-format" | "none";

interface Case {
  readonly written: string;
  readonly zone?: string;
  readonly code: Code;
  /** Part of the message. */
  readonly message?: RegExp;
  /** The text that a fix writes. */
  readonly becomes?: string;
  /** `--fix` applies it, and the editor prefers it. */
  readonly safe?: boolean;
}

const abroad = /starts with (?:00|011), an international dialing prefix.*Use \+/;
const whole = "not a phone number or a complete SIP address";

const cases: readonly Case[] = [
  // Already valid.
  { written: "+12025550142", code: "none" },
  { written: "+442079460958", code: "none" },
  { written: "sip:sales@example.com", code: "none" },
  { written: "SIPS:sales@example.com", code: "none" },
  { written: "sip:pbx.example.com", code: "none" },
  { written: "sip:pbx", code: "none" },
  { written: "sip:1234@10.0.0.7:5060;transport=tcp", code: "none" },
  { written: "sip:1234@[2001:db8::1]", code: "none" },

  // Characters that represent digits.
  { written: "+181633xxxxx", code: "caller-id-placeholder" },
  { written: "+181633XXXXX", code: "caller-id-placeholder" },
  { written: "+1202555####", code: "caller-id-placeholder" },
  { written: "+91 22 **** 5678", code: "caller-id-placeholder" },
  { written: "xxx-xxx-xxxx", code: "caller-id-placeholder" },
  { written: "###", code: "caller-id-placeholder" },
  { written: "+1816335x142", code: "caller-id-placeholder" },
  { written: "{{callerId}}", code: "caller-id-placeholder" },
  { written: "+1{{number}}", code: "caller-id-placeholder" },
  { written: "${CALLER_ID}", code: "caller-id-placeholder" },
  { written: "<your number>", code: "caller-id-placeholder" },

  // Separators alone, which carry no meaning.
  { written: "+1 202 555 0142", code: "caller-id-format", becomes: "+12025550142", safe: true },
  { written: " +12025550142 ", code: "caller-id-format", becomes: "+12025550142", safe: true },
  { written: "+1 (202) 555-0142", code: "caller-id-format", becomes: "+12025550142", safe: true },
  { written: "+1.202.555.0142", code: "caller-id-format", becomes: "+12025550142", safe: true },
  { written: "+1 202–555–0142", code: "caller-id-format", becomes: "+12025550142", safe: true },
  {
    written: "+1\u00A0202\u00A0555\u00A00142",
    code: "caller-id-format",
    becomes: "+12025550142",
    safe: true,
  },
  { written: "\u202A+12025550142\u202C", code: "caller-id-format", becomes: "+12025550142", safe: true },
  { written: "+44 (0)20 7946 0958", code: "caller-id-format", becomes: "+442079460958", safe: true },

  // The text next to the number may have a meaning.
  { written: "+12025550142,12", code: "caller-id-format", message: /","/, becomes: "+12025550142" },
  { written: "+12025550142,,12", code: "caller-id-format", message: /","/, becomes: "+12025550142" },
  { written: "+12025550142;12", code: "caller-id-format", message: /";"/, becomes: "+12025550142" },
  { written: "+12025550142~12", code: "caller-id-format", message: /"~"/, becomes: "+12025550142" },
  {
    written: "+1 202-555-0142 ext. 12",
    code: "caller-id-format",
    message: /contains an extension/,
    becomes: "+12025550142",
  },
  {
    written: "+12025550142;ext=12",
    code: "caller-id-format",
    message: /an extension/,
    becomes: "+12025550142",
  },
  { written: "+12025550142 x12", code: "caller-id-format", message: /an extension/, becomes: "+12025550142" },
  { written: "+12025550142x12", code: "caller-id-format", message: /an extension/, becomes: "+12025550142" },
  { written: "+12025550142#12", code: "caller-id-format", message: /an extension/, becomes: "+12025550142" },
  { written: "202-555-0142 x12", code: "caller-id-format", message: /an extension/, becomes: "+12025550142" },
  {
    written: "+49 30 901820 / 21",
    zone: "Europe/Berlin",
    code: "caller-id-format",
    message: /"\/", which may start an extension or a second number/,
    becomes: "+4930901820",
  },
  {
    written: "tel:+12025550142",
    code: "caller-id-format",
    message: /contains "tel:"/,
    becomes: "+12025550142",
  },
  { written: "+12025550142 +12025550143", code: "caller-id-format", message: /not a valid phone number/ },

  // Without a plus sign.
  {
    written: "(202) 555-0142",
    code: "caller-id-format",
    message: /has no country code.*\+12025550142 \(United States\)/,
    becomes: "+12025550142",
  },
  {
    written: "(202) 555-0142",
    zone: "America/Los_Angeles",
    code: "caller-id-format",
    message: /has no country code/,
    becomes: "+12025550142",
  },
  {
    written: "020 7946 0958",
    zone: "Europe/London",
    code: "caller-id-format",
    message: /has no country code.*\(United Kingdom\)/,
    becomes: "+442079460958",
  },
  {
    written: "442079460958",
    zone: "Europe/London",
    code: "caller-id-format",
    message: /lacks the \+ before the country code/,
    becomes: "+442079460958",
  },
  {
    written: "442079460958",
    code: "caller-id-format",
    message: /has no \+.*starts with a country code, use \+442079460958 \(United Kingdom\)/,
    becomes: "+442079460958",
  },
  {
    written: "011 44 20 7946 0958",
    code: "caller-id-format",
    message: /starts with 011, an international dialing prefix.*\+442079460958 \(United Kingdom\)/,
    becomes: "+442079460958",
  },
  { written: "0044 20 7946 0958", code: "caller-id-format", message: abroad, becomes: "+442079460958" },
  {
    written: "0049 221 99889988",
    zone: "Europe/London",
    code: "caller-id-format",
    message: /starts with 00, .*\(Germany\)/,
    becomes: "+4922199889988",
  },
  {
    // An extra zero in France; the country reveals the mistake.
    written: "004-92-58-76-11",
    zone: "Europe/Paris",
    code: "caller-id-format",
    message: /starts with 00, .*\+492587611 \(Germany\)/,
    becomes: "+492587611",
  },
  { written: "202 555 0142", zone: "UTC", code: "caller-id-format", message: /not a valid phone number/ },
  { written: "+1202", code: "caller-id-format", message: /not a valid phone number/ },
  { written: "12", code: "caller-id-format", message: /not a valid phone number/ },

  // Not a number at all.
  {
    written: "ACMEBANK",
    code: "caller-id-format",
    message: /is not a phone number.*verified in your account/,
  },
  { written: "1-800-FLOWERS", code: "caller-id-format", message: /is not a phone number/ },
  { written: "your verified number", code: "caller-id-format", message: /is not a phone number/ },
  { written: "sip:", code: "caller-id-format", message: new RegExp(whole) },
  { written: "sip:@", code: "caller-id-format", message: new RegExp(whole) },
  { written: "sip:sales@", code: "caller-id-format", message: new RegExp(whole) },
  {
    written: "sip: 1234@pbx",
    code: "caller-id-format",
    message: /not a complete SIP address. Did you mean sip:1234@pbx\?/,
    becomes: "sip:1234@pbx",
  },
  { written: "<sip:1234@pbx.example.com>", code: "caller-id-format", becomes: "sip:1234@pbx.example.com" },
  { written: "sales@example.com", code: "caller-id-format", becomes: "sip:sales@example.com" },
  { written: "a@b@c", code: "caller-id-format", message: new RegExp(whole) },
  { written: "Anonymous@anonymous.invalid", code: "caller-id-format", message: /anonymous SIP address/ },
  ...[
    "sip:anonymous@anonymous.invalid",
    "sip:anonymous@anonymous.invalid:5060",
    "sips:anonymous@anonymous.invalid;transport=udp",
    "<sip:anonymous@ANONYMOUS.INVALID>",
    "sip:anonymous.invalid",
    "sip:caller@unknown.invalid",
  ].map((written): Case => ({ written, code: "caller-id-format", message: /anonymous SIP address/ })),
  { written: "sip:1234@invalid.example.com", code: "none" },
  { written: "sip:1234@pbx;x=a.invalid", code: "none" },
  { written: "sip://1234@pbx", code: "caller-id-format", message: new RegExp(whole) },
  { written: "sip:12/34@pbx", code: "none" },
  {
    written: "*67 816 335 0142",
    code: "caller-id-format",
    message: /contains a service code.*To keep only the number/,
    becomes: "+18163350142",
  },
  { written: "+49 30 9018*20", code: "caller-id-placeholder" },
  { written: "+1 202 555 01*2", code: "caller-id-placeholder" },
  { written: "*** *** 0142", code: "caller-id-placeholder" },
  { written: "+1816335****", code: "caller-id-placeholder" },
];

const campaign = ({ written, zone = "America/Chicago" }: Case) =>
  different({ strategy: { callerId: { phoneNumber: written } }, hours: { timezone: zone } });

const numberIn = (text: unknown) =>
  (text as { dialingStrategy: { callerId: { phoneNumber: string } } }).dialingStrategy.callerId.phoneNumber;

describe("a caller ID", () => {
  for (const one of cases)
    it(`${JSON.stringify(one.written)} in ${one.zone ?? "America/Chicago"} has ${one.code === "none" ? "no problem" : one.code}`, () => {
      const text = campaign(one);
      const problems = checkCampaign(text, { readNumber }).problems.filter(({ code }) =>
        code.startsWith("caller-id"),
      );
      assert.deepEqual(
        problems.map(({ code }) => code),
        one.code === "none" ? [] : [one.code],
      );
      const [problem] = problems;
      if (one.message !== undefined) assert.match(problem?.message ?? "", one.message);
      const fixes = problem?.fixes ?? [];
      assert.deepEqual(
        fixes.map((_, index) => numberIn(fixedValue(text, problem, index))),
        one.becomes === undefined ? [] : [one.becomes],
      );
      for (const fix of fixes) {
        assert.equal(fix.safe, one.safe ?? false, "safe");
        assert.equal(fix.preferred, one.safe ?? false, "preferred");
      }
    });

  it("keeps every digit and extension when all safe fixes are applied", () => {
    const digits = (text: string) => text.replace("(0)", "").replace(/[^\d,;~/x#]/g, "");
    for (const one of cases.filter(({ code }) => code === "caller-id-format")) {
      const fixed = numberIn(JSON.parse(fixAll(campaign(one), { readNumber }).text));
      assert.equal(digits(fixed), digits(one.written), one.written);
    }
  });

  it("is not followed by an example number that may belong to someone", () => {
    const messages = cases.flatMap((one) =>
      (["caller-id-format", "caller-id-placeholder"] as const).flatMap((id) =>
        ruleProblems(id, campaign(one)).map(({ message }) => message),
      ),
    );
    const suggested = messages.flatMap((message) => /such as (\+\d+)/.exec(message)?.[1] ?? []);
    assert.ok(suggested.length > 0);
    for (const number of suggested) assert.match(number, /^\+1\d{3}55501\d\d$/);
  });

  it("is read in linear time", () => {
    // A pattern that backtracks would take minutes for these.
    for (const part of ["x", "(0)", "sip:", "a@", "{{", "<", " ", "1,", "+1-"])
      assert.ok(
        Array.isArray(
          ruleProblems("caller-id-format", campaign({ written: part.repeat(200_000), code: "none" })),
        ),
      );
  });
});
