import type { Node } from "jsonc-parser";
import type { Segment } from "../../campaign/pointer";
import { nearest } from "../../text/nearest";
import { allCountries } from "../../zones/zones";
import { inQuotes, type Reading } from "./reading";
import type { CountriesOption, NumberOption, OptionValue, RuleOption, RuleOptions } from "./rule-options";

/** Reads the options of a rule. Invalid values are reported and keep their defaults. */
export function readOptions(
  reading: Reading,
  { id, options }: { readonly id: string; readonly options: RuleOptions },
  node: Node,
): Readonly<Record<string, OptionValue>> {
  const path = ["rules", id, 1];
  const names = Object.keys(options);
  const values: Record<string, OptionValue> = {};
  for (const member of reading.members(node, path, wrongType(id, options))) {
    const { key, value } = member;
    const option = Object.hasOwn(options, key) ? options[key] : undefined;
    if (option === undefined) {
      const meant = nearest(key, names);
      const what = `${inQuotes(key)} is not an option of ${id}`;
      const message =
        meant === undefined
          ? `${what}, so it has no effect. Use ${names.map(inQuotes).join(" or ")}.`
          : `${what}. Did you mean "${meant}"? As written, it has no effect.`;
      reading.reportKey("option", member, path, message, meant);
      continue;
    }
    const read = readValue(reading, option, value, { id, key, path: [...path, key] });
    if (read !== undefined) values[key] = read;
  }
  return values;
}

function wrongType(id: string, options: RuleOptions): string {
  const example = Object.entries(options).map(
    ([name, option]) => `"${name}": ${JSON.stringify(option.default)}`,
  );
  return `The options of ${id} must be an object, so this value is not used. Write { ${example.join(", ")} }.`;
}

/** Which option is read. */
interface Target {
  readonly id: string;
  readonly key: string;
  readonly path: readonly Segment[];
}

function readValue(
  reading: Reading,
  option: RuleOption,
  node: Node,
  target: Target,
): OptionValue | undefined {
  return option.kind === "number"
    ? readNumber(reading, option, node, target)
    : readCountries(reading, option, node, target);
}

function readNumber(
  reading: Reading,
  { minimum, maximum, default: standard }: NumberOption,
  node: Node,
  { id, key, path }: Target,
): number | undefined {
  const value: unknown = node.value;
  const isAllowed = (number: number) => Number.isInteger(number) && number >= minimum && number <= maximum;
  if (typeof value === "number" && isAllowed(value)) return value;
  const unquoted = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  const fix = isAllowed(unquoted) ? [{ title: `Change to ${unquoted}`, replace: unquoted }] : [];
  const message = `${key} must be a whole number from ${minimum} to ${maximum}, so ${id} keeps its default (${standard}).`;
  reading.report("option", node, path, message, ...fix);
  return undefined;
}

function readCountries(
  reading: Reading,
  option: CountriesOption,
  node: Node,
  { id, key, path }: Target,
): readonly string[] | undefined {
  if (node.type !== "array") {
    const message = `${key} must be a list of country codes such as ["US"], so ${id} keeps its default (${JSON.stringify(option.default)}).`;
    reading.report("option", node, path, message);
    return undefined;
  }
  const known = allCountries();
  const chosen = new Set<string>();
  for (const { item, index } of reading.items(node)) {
    const value: unknown = item.value;
    if (typeof value === "string" && known.has(value)) {
      chosen.add(value);
      continue;
    }
    const upper = typeof value === "string" ? value.trim().toUpperCase() : "";
    const fix = known.has(upper) ? [{ title: `Change to "${upper}"`, replace: upper }] : [];
    const shown = typeof value === "string" ? inQuotes(value) : "This value";
    const message = `${shown} is not a country code such as "US", so it has no effect in ${key} of ${id}.`;
    reading.report("option", item, [...path, index], message, ...fix);
  }
  return [...chosen];
}
