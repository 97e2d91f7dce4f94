import { zoneNamed } from "../../zones/zones";
import { readCallerId } from "../caller-id";
import { countryName } from "../country-name";
import { rule } from "../rule";

export const callerIdCountry = rule({
  id: "caller-id-country",
  severity: "off",
  needs: "readNumber",
  reads: ["dialingStrategy/callerId/phoneNumber", "dialingStrategy/callingHours/timezone"],
  summary: "The caller ID belongs to the country whose clock the campaign follows.",
  why: "People answer a number from abroad less often. Many campaigns have good reasons for one, so this rule is off until you ask for it.",
  examples: {
    good: [
      ["+12025550142", "America/Chicago"],
      ["+12025550142", "UTC"],
      ["+14165550142", "America/Toronto"],
    ],
    bad: [
      ["+12025550142", "Asia/Kolkata"],
      ["+442079460958", "America/New_York"],
    ],
  },
  check([number, zoneName], at, { readNumber }) {
    if (readNumber === undefined || readCallerId(number).kind !== "number") return undefined;
    const country = readNumber(number)?.country;
    const zone = zoneNamed(zoneName);
    if (country === undefined || zone === undefined || zone.countries.length === 0) return undefined;
    if (zone.countries.includes(country)) return undefined;
    return at("dialingStrategy", "callerId", "phoneNumber").problem(
      `The country of the caller ID is ${countryName(country)}, but ${zoneName} is the time of ${zone.countries.map(countryName).join(", ")}. People answer numbers from abroad less often. Check that both are meant.`,
      {
        related: [
          { place: at("dialingStrategy", "callingHours", "timezone"), message: "The campaign's time zone." },
        ],
      },
    );
  },
});
