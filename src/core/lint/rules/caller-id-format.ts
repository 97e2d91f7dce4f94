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
  summary: "The caller ID is +, country code and number without separators, or a whole SIP address.",
  why: "The platform matches the caller ID with those verified in the account. It does not find another spelling, or a number that cannot exist.",
  fix: "Writes the number in that form. Fix all does so only where separators or (0) are all that goes; whether an extension, a second number or a country is meant is your choice.",
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
      `${shown} is the address of an anonymous caller, so people see no number. Use a number that is verified in your account.`,
    );
  const { address } = callerId;
  const advice =
    address === undefined ? "Use sip:host or sip:user@host, or a phone number." : `Did you mean ${address}?`;
  const fixes = address === undefined ? [] : [choose(address)];
  return place.problem(
    `${shown} is neither a phone number nor a whole SIP address, so the platform may not find it. ${advice}`,
    ...fixes,
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
          `${shown} contains ${besides}, so it may not be found. If only the number is meant, use ${named(number)}.`,
          choose(number.e164),
        );
  }
  const read = readNumber(text);
  if (read?.valid === true) {
    if (read.e164 === text) return undefined;
    const onlySeparators = read.e164 === plain || read.e164 === withoutZero;
    return place().problem(
      `${shown} contains characters that the platform does not accept, so it may not be found. Use ${named(read)}.`,
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

/** The first number of a text with something beside it: of `+49 30 901820 / 21` never the digits of both. */
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
  /** What is wrong, up to the number that is meant. */
  readonly why: string;
}

/** Numbers without a plus sign: one for calls abroad, one of the zone's country, one that lacks only the plus. */
function meantNumber(plain: string, zone: string, readNumber: ReadNumber): Meant | undefined {
  if (!/^\d+$/.test(plain)) return undefined;
  const country = zoneNamed(zone)?.countries[0];
  const home = country === undefined ? undefined : readNumber(plain, country);
  const own = home?.valid === true ? home : undefined;
  // The number as it is dialed at home, and nothing in front of it but a digit for calls inside the country.
  if (own !== undefined && own.country === country && !isAbroad(plain, own))
    return plain === own.e164.slice(1)
      ? { number: own, why: "lacks the + before the country code, so it may not be found. Use" }
      : { number: own, why: "has no country code, so it may not be found. Its full form may be" };
  for (const prefix of prefixes) {
    const number = plain.startsWith(prefix) ? readNumber(`+${plain.slice(prefix.length)}`) : undefined;
    if (number?.valid !== true) continue;
    return {
      number,
      why: `begins with ${prefix}, the prefix for calls abroad, so it may not be found. With + it is`,
    };
  }
  const abroad = own ?? readNumber(`+${plain}`);
  if (abroad?.valid !== true) return undefined;
  return { number: abroad, why: "has no +, so it may not be found. If it begins with its country code, use" };
}

/** How people dial out of a country: most of the world, North America, Japan and Australia, and some of Asia. */
const prefixes = ["0011", "011", "010", "001", "00"] as const;

/** Whether the digits are the whole number with a prefix before its country code. */
function isAbroad(plain: string, { e164 }: PhoneNumber): boolean {
  const digits = e164.slice(1);
  return plain.length > digits.length && plain.endsWith(digits);
}

/** Only a person knows whether it is this one. */
function choose(value: string): FixIdea {
  return { title: `Write ${value}`, replace: value, preferred: false };
}

/** With the country whose number it is, so that a slip is seen. */
function named({ e164, country }: PhoneNumber): string {
  return country === undefined ? e164 : `${e164} (${countryName(country)})`;
}
