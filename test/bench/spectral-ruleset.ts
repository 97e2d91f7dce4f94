import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a ruleset with the schema and the rules that Spectral can express. Returns its path. */
export function writeSpectralRuleset(folder: string): string {
  const schema = JSON.parse(readFileSync("schemas/campaign.schema.json", "utf8")) as object;
  const rule = (given: string, name: string, functionOptions?: object) => ({
    given,
    severity: "error",
    message: "{{error}}",
    then: { function: name, ...(functionOptions === undefined ? {} : { functionOptions }) },
  });
  const strategy = "$.dialingStrategy";
  const ruleset = {
    functions: ["windows"],
    rules: {
      schema: rule("$", "schema", { schema }),
      windows: rule(`${strategy}.callingHours.days`, "windows"),
      "no-calling-hours": rule(`${strategy}.callingHours.days`, "length", { min: 1 }),
      "caller-id-format": rule(`${strategy}.callerId.phoneNumber`, "pattern", {
        match: "^\\+[1-9]\\d{6,14}$",
      }),
      "untrimmed-name": rule("$['name','queue_name']", "pattern", { notMatch: "^\\s|\\s$" }),
      "blank-value": rule("$['name','description']", "truthy"),
      placeholder: rule("$['name','description']", "pattern", { notMatch: "<[^>]*>|TODO" }),
      "contact-list-repeated": rule("$.contactLists", "schema", { schema: { uniqueItems: true } }),
      "contact-lists-too-many": rule("$.contactLists", "length", { max: 10 }),
      "list-name-too-long": rule("$.contactLists[*]", "length", { max: 48 }),
      "ring-time": rule(`${strategy}.maxRingTime`, "schema", { schema: { minimum: 15, maximum: 60 } }),
      "timezone-abbreviation": rule(`${strategy}.callingHours.timezone`, "pattern", {
        match: "^(UTC|\\w+/.+)$",
      }),
    },
  };
  mkdirSync(path.join(folder, "functions"), { recursive: true });
  copyFileSync(
    path.join("test", "bench", "spectral-windows.js"),
    path.join(folder, "functions", "windows.js"),
  );
  const file = path.join(folder, "ruleset.json");
  writeFileSync(file, JSON.stringify(ruleset, null, 2));
  return file;
}
