import { checkCampaign } from "../../src/core/lint/check";
import type { Assertions, Schema } from "./schema";

type Keyword = keyof Assertions;

interface Section {
  /** What the platform asks for. */
  readonly asks: string;
  /** What the fix does, where there is one. */
  readonly fix?: string;
  /** Parts of a campaign that break it. */
  readonly wrong: readonly Readonly<Record<string, unknown>>[];
}

const sections: Readonly<Partial<Record<Keyword, Section>>> = {
  required: {
    asks: "A property is missing that the platform needs. Some are needed in one dialling mode only.",
    fix: "Adds `campaignType`, which can only be `voice`.",
    wrong: [{ dncLists: {} }],
  },
  type: {
    asks: "A value is of another kind than the platform takes: a number without quotes where text is asked for, for example.",
    fix: "Puts quotes around a number, takes them away, or makes a list of a single name.",
    wrong: [{ priority: 5 }, { maxSkips: "3" }, { contactLists: "Bills due in March" }],
  },
  enum: {
    asks: "The platform takes only certain words here, and distinguishes small from capital letters.",
    fix: "Writes the word that was probably meant.",
    wrong: [{ dialingMode: "preview" }, { priority: "9" }],
  },
  pattern: {
    asks: "A time is written with hours, minutes and AM or PM.",
    fix: "Rewrites a time that can be read.",
    wrong: [{ dialingStrategy: { callingHours: { days: [{ day: "MO", start: "9:00 AM", end: "18:00" }] } } }],
  },
  minItems: { asks: "A list is empty that has to name something.", wrong: [{ contactLists: [] }] },
  maxLength: {
    asks: "A text is longer than the platform takes.",
    wrong: [{ name: "Reminder ".repeat(6).trim() }],
  },
  minimum: { asks: "A number is smaller than the platform takes.", wrong: [{ maxSkips: -1 }] },
  maximum: {
    asks: "A number is larger than the platform takes.",
    wrong: [{ dialingStrategy: { maxRingTime: 900 } }],
  },
};

/** What the schema asks for, one section for each kind of fault: the part of the code behind `schema/`. */
export function schemaPage(schema: Schema): string {
  const used = [...keywordsOf(schema)].sort();
  const parts = used.map((keyword) => {
    const section = sections[keyword];
    if (section === undefined)
      throw new Error(`schema/${keyword} is not explained in ${import.meta.filename}.`);
    return sectionOf(keyword, section);
  });
  return `# schema

What the platform's documentation states as a closed rule: what has to be there, of which kind, and within which
bounds. Each of these is an **error**, since the platform refuses such a campaign.

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
    const said = checkCampaign(text, { depth: "schema" }).problems.filter(
      (problem) => problem.code === code && problem.pointer.startsWith(`/${key}`),
    );
    if (said.length === 0) throw new Error(`${code} is not what is wrong with ${text}.`);
    return ["```jsonc\n" + text + "\n```", said.map(({ message }) => `> ${message}`).join("\n>\n")];
  });
  return [`## ${keyword}`, asks, ...examples, ...(fix === undefined ? [] : [`**Fix:** ${fix}`])].join("\n\n");
}

const assertions = {
  type: true,
  const: true,
  enum: true,
  required: true,
  minItems: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  pattern: true,
} as const satisfies Record<Keyword, true>;

/** The keywords by which a campaign can fail: those of conditions say only when a branch applies. */
function keywordsOf(schema: Schema): Set<Keyword> {
  const { properties = {}, definitions = {}, items, allOf = [], then } = schema;
  const below = [...Object.values(properties), ...Object.values(definitions), ...allOf];
  const found = new Set(
    (Object.keys(assertions) as Keyword[]).filter((keyword) => schema[keyword] !== undefined),
  );
  for (const part of [...below, ...(items ? [items] : []), ...(then ? [then] : [])]) {
    for (const keyword of keywordsOf(part)) found.add(keyword);
  }
  return found;
}

function vendorPages({ markdownDescription = "" }: Schema): string {
  const pages = markdownDescription.split("\n\n").find((part) => part.includes("]("));
  if (pages === undefined) throw new Error("The schema does not name the vendor's pages.");
  return pages;
}
