import { checkCampaign } from "../../src/core/lint/check";
import type { Assertions, Schema } from "./schema";

type Keyword = keyof Assertions;

interface Section {
  /** The requirement. */
  readonly asks: string;
  /** What the fix does, if there is one. */
  readonly fix?: string;
  /** Parts of a campaign that violate it. */
  readonly wrong: readonly Readonly<Record<string, unknown>>[];
}

const sections: Readonly<Partial<Record<Keyword, Section>>> = {
  required: {
    asks: "A required property is missing. Some are required in one dialing mode only.",
    fix: "Adds `campaignType`, whose only value is `voice`.",
    wrong: [{ dncLists: {} }],
  },
  type: {
    asks: "A value has the wrong type, such as a number without quotes instead of text.",
    fix: "Adds or removes quotes around a number, or makes a list of a single name.",
    wrong: [{ priority: 5 }, { maxSkips: "3" }, { contactLists: "Bills due in March" }],
  },
  enum: {
    asks: "The platform accepts only certain words here, and case matters.",
    fix: "Writes the most likely word.",
    wrong: [{ dialingMode: "preview" }, { priority: "9" }],
  },
  pattern: {
    asks: "A time needs hours, minutes and AM or PM.",
    fix: "Rewrites a time in another format.",
    wrong: [{ dialingStrategy: { callingHours: { days: [{ day: "MO", start: "9:00 AM", end: "18:00" }] } } }],
  },
  minItems: { asks: "A list that needs an item is empty.", wrong: [{ contactLists: [] }] },
  maxLength: {
    asks: "A text is longer than the platform accepts.",
    wrong: [{ name: "Reminder ".repeat(6).trim() }],
  },
  minimum: { asks: "A number is smaller than the platform accepts.", wrong: [{ maxSkips: -1 }] },
  maximum: {
    asks: "A number is larger than the platform accepts.",
    wrong: [{ dialingStrategy: { maxRingTime: 900 } }],
  },
};

/** The page of the schema problems, with one section for each code. */
export function schemaPage(schema: Schema): string {
  const used = [...keywordsOf(schema)].sort();
  const parts = used.map((keyword) => {
    const section = sections[keyword];
    if (section === undefined)
      throw new Error(`schema/${keyword} is not explained in ${import.meta.filename}.`);
    return sectionOf(keyword, section);
  });
  return `# schema

The platform's documentation defines which values are required, with which types and limits. Each of these problems is an **error**, because the platform rejects such a campaign.

${vendorPages(schema)}

${parts.join("\n\n")}

[All rules](README.md)
`;
}

function sectionOf(keyword: Keyword, { asks, fix, wrong }: Section): string {
  const code = `schema/${keyword}`;
  const examples = wrong.flatMap((part) => {
    const text = JSON.stringify(part);
    const key = Object.keys(part)[0] ?? "";
    const problems = checkCampaign(text, { depth: "schema" }).problems.filter(
      (problem) => problem.code === code && problem.pointer.startsWith(`/${key}`),
    );
    if (problems.length === 0) throw new Error(`${text} has no problem ${code}.`);
    return ["```jsonc\n" + text + "\n```", problems.map(({ message }) => `> ${message}`).join("\n>\n")];
  });
  return [`## ${keyword}`, asks, ...examples, ...(fix === undefined ? [] : [`**Fix:** ${fix}`])].join("\n\n");
}

const assertions = {
  type: true,
  const: true,
  enum: true,
  required: true,
  minItems: true,
  maxItems: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  pattern: true,
} as const satisfies Record<Keyword, true>;

/** The keywords that can fail. Those inside conditions only decide whether a branch applies. */
function keywordsOf(schema: Schema): Set<Keyword> {
  const { properties = {}, definitions = {}, items, allOf = [], then } = schema;
  const below = [...Object.values(properties), ...Object.values(definitions), ...allOf];
  const found = new Set(
    (Object.keys(assertions) as Keyword[]).filter((keyword) => schema[keyword] !== undefined),
  );
  for (const part of [...below, ...(items ? [items].flat() : []), ...(then ? [then] : [])]) {
    for (const keyword of keywordsOf(part)) found.add(keyword);
  }
  return found;
}

function vendorPages({ markdownDescription = "" }: Schema): string {
  const pages = markdownDescription.split("\n\n").find((part) => part.includes("]("));
  if (pages === undefined) throw new Error("The schema contains no links to the vendor's documentation.");
  return pages;
}
