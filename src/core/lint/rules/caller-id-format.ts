import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { isPlaceholder, isSipAddress } from "./caller-id-placeholder";

export const callerIdFormat = rule({
  id: "caller-id-format",
  severity: "warning",
  needs: "readNumber",
  reads: ["dialingStrategy/callerId/phoneNumber", "dialingStrategy/callingHours/timezone"],
  summary: "The caller ID is written as +, country code and number, without blanks.",
  why: "The platform matches the number with those verified in the account; another spelling, or a number that no one can have, is not found.",
  fix: "Writes the number in that form, when it can be read.",
  source: [{ title: "ITU-T E.164", url: "https://www.itu.int/rec/T-REC-E.164" }],
  examples: {
    good: [
      ["+18163300100", "America/Chicago"],
      ["sip:sales@example.com", "America/Chicago"],
    ],
    bad: [
      ["+1 816 330 0100", "America/Chicago"],
      ["(816) 330-0100", "America/Chicago"],
      ["+1816", "America/Chicago"],
      ["12", "Asia/Kolkata"],
    ],
  },
  check([number, zone], at, { readNumber }) {
    if (readNumber === undefined || number.trim() === "" || isPlaceholder(number) || isSipAddress(number))
      return undefined;
    const place = at("dialingStrategy", "callerId", "phoneNumber");
    const abroad = readNumber(number);
    if (abroad?.valid === true) {
      if (abroad.e164 === number) return undefined;
      return place.problem(
        `The caller ID ${JSON.stringify(number)} has signs that the platform does not expect, so it may not be found. Write ${abroad.e164}.`,
        { title: `Write ${abroad.e164}`, replace: abroad.e164, safe: true },
      );
    }
    const country = zoneNamed(zone)?.countries[0];
    const atHome =
      country === undefined || number.trim().startsWith("+") ? undefined : readNumber(number, country);
    if (atHome?.valid === true) {
      return place.problem(
        `The caller ID ${JSON.stringify(number)} has no country code, so it may not be found. If it is a number of ${country ?? "your country"}, write ${atHome.e164}.`,
        { title: `Write ${atHome.e164}`, replace: atHome.e164 },
      );
    }
    return place.problem(
      `The caller ID ${JSON.stringify(number)} is no telephone number that can exist, so calls may not be put through. Write +, the country code and the number, such as +18163300100.`,
    );
  },
});
