import { zoneNamed } from "../../zones/zones";
import { readCallerId } from "../caller-id";
import { countryName } from "../country-name";
import { rule } from "../rule";

export const callerIdCountry = rule({
  id: "caller-id-country",
  severity: "off",
  needs: "readNumber",
  reads: ["dialingStrategy/callerId/phoneNumber", "dialingStrategy/callingHours/timezone"],
  summary: "The caller ID is a number from the country of the time zone.",
  why: "People answer foreign numbers less often. Many campaigns have good reasons to use one, so this rule is off by default.",
  options: {
    countries: {
      ...{ kind: "countries", default: [] },
      summary: "Countries of caller IDs that are allowed in every time zone.",
    },
  },
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
  check([number, zoneName], at, { readNumber }, { countries }) {
    if (readNumber === undefined || readCallerId(number).kind !== "number") return undefined;
    const country = readNumber(number)?.country;
    const zone = zoneNamed(zoneName);
    if (country === undefined || zone === undefined || zone.countries.length === 0) return undefined;
    if (zone.countries.includes(country) || countries.includes(country)) return undefined;
    return at("dialingStrategy", "callerId", "phoneNumber").problem(
      `The caller ID ${number} (${countryName(country)}) is from another country than ${zoneName} (${zone.countries.map(countryName).join(", ")}). People answer foreign numbers less often. Check both values.`,
      {
        related: [
          {
            place: at("dialingStrategy", "callingHours", "timezone"),
            message: "The time zone of the campaign.",
          },
        ],
      },
    );
  },
});
