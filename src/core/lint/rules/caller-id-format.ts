import { zoneNamed } from "../../zones/zones";
import { readCallerId, type CallerId, type WrittenNumber } from "../caller-id";
import { countryName } from "../country-name";
import type { PhoneNumber, ReadNumber } from "../phone-number";
import type { Finding, FixIdea, Place } from "../place";
import { rule } from "../rule";

export const callerIdFormat = rule({
  id: "caller-id-format",
  severity: "warning",
  needs: "readNumber",
  reads: ["dialingStrategy/callerId/phoneNumber", "dialingStrategy/callingHours/timezone"],
  summary: "The caller ID is +, a country code and a number without separators, or a complete SIP address.",
  why: "The platform compares the caller ID with the verified numbers of the account. It does not find a number in another format, or a number that cannot exist.",
  fix: "Writes the number in that form. Fix All removes only separators and (0). You choose whether to remove an extension or a second number, or to add a country code.",
  source: [
    { title: "ITU-T E.164", url: "https://www.itu.int/rec/T-REC-E.164" },
    { title: "RFC 3261, SIP addresses", url: "https://www.rfc-editor.org/rfc/rfc3261#section-19.1" },
  ],
  examples: {
    good: [
      ["+12025550142", "America/Chicago"],
      ["sip:sales@example.com", "America/Chicago"],
    ],
    bad: [
      ["+1 202 555 0142", "America/Chicago"],
      ["+44 (0)20 7946 0958", "Europe/London"],
      ["(202) 555-0142", "America/Chicago"],
      ["12025550142", "Europe/London"],
      ["011 44 20 7946 0958", "America/Chicago"],
      ["+1 202-555-0142 ext. 12", "America/Chicago"],
      ["+44 20 7946 0958 / 59", "Europe/London"],
      ["+1202", "America/Chicago"],
      ["ACMEBANK", "America/Chicago"],
      ["sales@example.com", "America/Chicago"],
      ["Anonymous@anonymous.invalid", "America/Chicago"],
    ],
  },
  check([text, zone], at, { readNumber }) {
    if (readNumber === undefined) return undefined;
    const callerId = readCallerId(text);
    switch (callerId.kind) {
      case "blank":
      case "placeholder":
      case "sip":
        return undefined;
      case "number":
        return ofNumber(text, callerId.number, zone, readNumber, () => place());
      case "anonymous":
      case "broken-sip":
        return ofAddress(text, callerId, place());
    }
    function place(): Place {
      return at("dialingStrategy", "callerId", "phoneNumber");
    }
  },
});

function ofAddress(
  text: string,
  callerId: Extract<CallerId, { kind: "anonymous" | "broken-sip" }>,
  place: Place,
): Finding {
  const shown = `The caller ID ${JSON.stringify(text)}`;
  if (callerId.kind === "anonymous")
    return place.problem(
      `${shown} is an anonymous SIP address, so people see no number. Use a number that is verified in your account.`,
    );
  const { address } = callerId;
  return address === undefined
    ? place.problem(
        `${shown} is not a phone number or a complete SIP address, so the platform may not find it. Use sip:host or sip:user@host, or a phone number.`,
      )
    : place.problem(
        `${shown} is not a complete SIP address. Did you mean ${address}? Otherwise, the platform may not find it.`,
        choose(address),
      );
}

function ofNumber(
  text: string,
  written: WrittenNumber,
  zone: string,
  readNumber: ReadNumber,
  place: () => Place,
): Finding | undefined {
  const shown = `The caller ID ${JSON.stringify(text)}`;
  const { plain, withoutZero, besides } = written;
  if (besides !== undefined) {
    const number = amongOthers(text, written, zone, readNumber);
    return number === undefined
      ? invalid(text, place())
      : place().problem(
          `${shown} contains ${besides}, so the platform may not find it. To keep only the number, use ${named(number)}.`,
          choose(number.e164),
        );
  }
  const read = readNumber(text);
  if (read?.valid === true) {
    if (read.e164 === text) return undefined;
    const onlySeparators = read.e164 === plain || read.e164 === withoutZero;
    return place().problem(
      `${shown} contains characters the platform doesn't accept, so it may not be found. Use ${named(read)}.`,
      { title: `Write ${read.e164}`, replace: read.e164, safe: onlySeparators, preferred: onlySeparators },
    );
  }
  const meant = meantNumber(plain, zone, readNumber);
  return meant === undefined
    ? invalid(text, place())
    : place().problem(`${shown} ${meant.why} ${named(meant.number)}.`, choose(meant.number.e164));
}

function invalid(text: string, place: Place): Finding {
  const isName = /\p{L}/u.test(text);
  const use = isName
    ? "Use a number that is verified in your account, such as"
    : "Use +, the country code and the number, such as";
  return place.problem(
    `The caller ID ${JSON.stringify(text)} is not a ${isName ? "" : "valid "}phone number, so calls may not be connected. ${use} +12025550142.`,
  );
}

/** The first number of a text that contains more than one: of `+49 30 901820 / 21`, never the digits of both. */
function amongOthers(
  text: string,
  { first }: WrittenNumber,
  zone: string,
  readNumber: ReadNumber,
): PhoneNumber | undefined {
  const country = text.includes("+") ? undefined : zoneNamed(zone)?.countries[0];
  return [first, text].map((one) => readNumber(one, country)).find((number) => number?.valid === true);
}

interface Meant {
  readonly number: PhoneNumber;
  /** The problem, worded so that the suggested number can follow. */
  readonly why: string;
}

/**
 * Reads a number without a plus sign: in international dialing format, in the national format of the time zone's
 * country, or complete except for the plus.
 */
function meantNumber(plain: string, zone: string, readNumber: ReadNumber): Meant | undefined {
  if (!/^\d+$/.test(plain)) return undefined;
  const country = zoneNamed(zone)?.countries[0];
  const home = country === undefined ? undefined : readNumber(plain, country);
  const own = home?.valid === true ? home : undefined;
  // The national format, with at most a trunk prefix in front of the number.
  if (own !== undefined && own.country === country && !isAbroad(plain, own))
    return plain === own.e164.slice(1)
      ? { number: own, why: "lacks the + before the country code, so the platform may not find it. Use" }
      : {
          number: own,
          why: "has no country code, so the platform may not find it. The complete number may be",
        };
  for (const prefix of prefixes) {
    const number = plain.startsWith(prefix) ? readNumber(`+${plain.slice(prefix.length)}`) : undefined;
    if (number?.valid !== true) continue;
    return {
      number,
      why: `starts with ${prefix}, an international dialing prefix, so the platform may not find it. Use`,
    };
  }
  const abroad = own ?? readNumber(`+${plain}`);
  if (abroad?.valid !== true) return undefined;
  return {
    number: abroad,
    why: "has no +, so the platform may not find it. If it starts with a country code, use",
  };
}

/** International dialing prefixes of most of the world, North America, Japan, Australia and parts of Asia. */
const prefixes = ["0011", "011", "010", "001", "00"] as const;

/** Whether the digits are the complete number with an international dialing prefix. */
function isAbroad(plain: string, { e164 }: PhoneNumber): boolean {
  const digits = e164.slice(1);
  return plain.length > digits.length && plain.endsWith(digits);
}

/** A fix that is not preferred: only a person knows whether this number is right. */
function choose(value: string): FixIdea {
  return { title: `Write ${value}`, replace: value, preferred: false };
}

/** The number with its country, so that a reader notices a wrong country code. */
function named({ e164, country }: PhoneNumber): string {
  return country === undefined ? e164 : `${e164} (${countryName(country)})`;
}
