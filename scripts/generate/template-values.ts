import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "jsonc-parser";
import type { Output } from "./output";

/** Names that real accounts have. The vendor's own requests use them too, so they are not placeholders. */
const real: ReadonlySet<string> = new Set(["Default Queue", "Voice Survey Entry Flow"]);

const places = [
  ["name"],
  ["contactLists"],
  ["dncLists", "name"],
  ["queue_name"],
  ["experienceFlowName"],
  ["dialingStrategy", "callerId", "phoneNumber"],
] as const;

/** The snippet values that refer to something in the account, for the placeholder rule. */
export async function templateValues(project: string): Promise<Output> {
  const file = path.join(project, "snippets/campaign.json");
  const snippets = Object.values(JSON.parse(await readFile(file, "utf8")) as Record<string, Snippet>);
  const campaigns = snippets.map(({ body }) => toValue(body.join("\n")));
  const values = Object.fromEntries(
    places.map((keys) => {
      const found = campaigns.flatMap((campaign) => textsAt(campaign, keys)).filter(isTemplate);
      return [keys[0], [...new Set(found)].sort()];
    }),
  );
  const content = [
    "// Generated from snippets/campaign.json by scripts/generate.ts. Do not edit.",
    "",
    "/** What a new campaign has where it names something in the account, by the property that holds it. */",
    `export const templateValues: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(values, null, 2)};`,
    "",
  ].join("\n");
  return { path: "src/core/campaign/generated/template-values.ts", content };
}

interface Snippet {
  readonly body: readonly string[];
}

/** The snippet as JSON, with the default of each tab stop. Parts of a campaign are wrapped in braces. */
function toValue(body: string): unknown {
  const text = body
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
    .replace(/\$\{\d+\|([^|,]*)[^|]*\|\}/g, "$1")
    .replace(/\$\d+/g, "");
  return parse(text.trimStart().startsWith("{") ? text : `{${text}}`);
}

function textsAt(value: unknown, [key, ...rest]: readonly string[]): string[] {
  if (typeof value === "string") return key === undefined ? [value] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => textsAt(item, key === undefined ? [] : [key, ...rest]));
  if (typeof value !== "object" || value === null || key === undefined) return [];
  return textsAt(Reflect.get(value, key), rest);
}

/** Phone numbers count only if they are reserved for fiction, because another one may be real. */
function isTemplate(text: string): boolean {
  return !real.has(text) && (!text.startsWith("+") || /^\+1\d{3}55501\d\d$/.test(text));
}
