import { zoneNamed } from "../../zones/zones";
import { rule } from "../rule";
import { isPlaceholder, isSipAddress } from "./caller-id-placeholder";

export const callerIdCountry = rule({
  id: "caller-id-country",
  severity: "off",
  needs: "readNumber",
  reads: ["dialingStrategy/callerId/phoneNumber", "dialingStrategy/callingHours/timezone"],
  summary: "The caller ID is of the country whose clock the campaign follows.",
  why: "People answer a number from abroad less often. Many campaigns have good reasons for one, so this rule is off until you ask for it.",
  examples: {
    good: [
      ["+18163300100", "America/Chicago"],
      ["+18163300100", "UTC"],
      ["+14165550100", "America/Toronto"],
    ],
    bad: [
      ["+18163300100", "Asia/Kolkata"],
      ["+442079460958", "America/New_York"],
    ],
  },
  check([number, zoneName], at, { readNumber }) {
    if (readNumber === undefined || isPlaceholder(number) || isSipAddress(number)) return undefined;
    const country = readNumber(number)?.country;
    const zone = zoneNamed(zoneName);
    if (country === undefined || zone === undefined || zone.countries.length === 0) return undefined;
    if (zone.countries.includes(country)) return undefined;
    return at("dialingStrategy", "callerId", "phoneNumber").problem(
      `The caller ID is a number of ${country}, while ${zoneName} is the time of ${zone.countries.join(", ")}; people answer numbers from abroad less often. Check that both are meant.`,
      {
        related: [
          { place: at("dialingStrategy", "callingHours", "timezone"), message: "The campaign's time zone." },
        ],
      },
    );
  },
});
