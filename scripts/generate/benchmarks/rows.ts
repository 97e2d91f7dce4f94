import type { Part } from "./results";
import type { Row } from "./row";

type Own = Omit<Row, "part" | "group">;

const ofGroup =
  (part: Part, group: string) =>
  (...own: readonly Own[]): readonly Row[] =>
    own.map((row) => ({ part, group, ...row }));

const parses = "It parses and checks nothing.";
const schemaOnly = "It checks the schema and no rule.";
const ajvCli = { other: "ajv-cli", peer: "ajv-cli", note: schemaOnly } as const;
const biome = {
  ...{ other: "Biome", peer: "Biome" },
  note: "It checks JSON syntax and general rules, and knows no campaigns.",
} as const;
const sameRules =
  "Its ruleset contains the schema and the rules that Spectral can express; it compares no files with each other.";

const checkOnce = { work: "Check the vendor's sample: syntax, schema, all rules", unit: "µs" } as const;
const lintOne = { work: "`campaign-json lint` on one file", unit: "ms" } as const;
const lintMany = { work: "`campaign-json lint` on 10,000 files", unit: "ms" } as const;

export const rows: readonly Row[] = [
  ...ofGroup("programs", "One campaign, in a running process")(
    {
      ...checkOnce,
      id: "once/parse-tree",
      short: "One check vs. parseTree",
      other: "`parseTree` of jsonc-parser",
      peer: "`parseTree`",
      goal: 1.4,
      note: parses,
    },
    {
      ...checkOnce,
      id: "once/json-service",
      short: "One check vs. vscode-json-languageservice",
      other: "`doValidation` of vscode-json-languageservice",
      peer: "vscode-json-languageservice",
      note: schemaOnly,
    },
    {
      ...checkOnce,
      id: "once/ajv",
      short: "One check vs. JSON.parse and Ajv",
      other: "`JSON.parse` and a compiled Ajv schema",
      peer: "Ajv",
      note: `${schemaOnly} It knows no line numbers.`,
    },
    {
      id: "once/redact",
      work: "Remove secrets from a response with 1,000 contact lists (1.64 MB)",
      short: "Remove secrets vs. JSON.parse",
      other: "`JSON.parse` of it",
      peer: "`JSON.parse`",
      unit: "ms",
      limit: 50,
      note: "It searches for nothing.",
    },
  ),
  ...ofGroup("programs", "One file, whole process")(
    {
      ...lintOne,
      id: "file/node",
      short: "Lint one file vs. node -e 0",
      other: "`node -e 0`",
      peer: "`node -e 0`",
      goal: 1.6,
      note: "It starts Node and does nothing.",
    },
    {
      ...lintOne,
      id: "file/ajv-cli",
      short: "Lint one file vs. ajv-cli",
      ...ajvCli,
    },
    {
      ...lintOne,
      id: "file/biome",
      short: "Lint one file vs. Biome",
      ...biome,
    },
    {
      ...lintOne,
      id: "file/spectral",
      short: "Lint one file vs. Spectral",
      other: "Spectral",
      peer: "Spectral",
      note: sameRules,
    },
  ),
  ...ofGroup("programs", "10,000 files, whole process")(
    {
      ...lintMany,
      id: "files/parse-tree",
      short: "Lint 10,000 files vs. read and parseTree",
      other: "reading them and `parseTree`, in Node alone",
      peer: "Reading and parsing alone",
      goal: 3,
      note: parses,
    },
    {
      ...lintMany,
      id: "files/biome",
      short: "Lint 10,000 files vs. Biome",
      ...biome,
      goal: 1.5,
    },
    {
      ...lintMany,
      id: "files/ajv-cli",
      short: "Lint 10,000 files vs. ajv-cli",
      ...ajvCli,
      goal: 2.5,
    },
    {
      ...lintMany,
      id: "files/spectral",
      short: "Lint 10,000 files vs. Spectral (scaled)",
      other: "Spectral, scaled from 500 files",
      peer: "Spectral",
      goal: 0.05,
      note: `Spectral checked 500 files. Its time, without that of one file, is multiplied by 20. ${sameRules}`,
    },
    {
      id: "files/memory",
      work: "Peak memory for 10,000 files",
      short: "Peak memory, 10,000 vs. 1,000 files",
      other: "peak memory for 1,000 files",
      unit: "MiB",
      goal: 1.3,
    },
  ),
  ...ofGroup("programs", "Growth, in a running process")(
    {
      id: "growth/files",
      work: "Check 2,000 campaigns together",
      short: "2,000 campaigns vs. 4 × 500",
      other: "4 × the time of 500 campaigns",
      unit: "ms",
      goal: 1.3,
      note: "All of them dial one list, and two at a time share a name.",
    },
    {
      id: "growth/windows",
      work: "Check a campaign with 1,000 calling windows",
      short: "1,000 windows vs. 4 × 250",
      other: "4 × the time of 250 windows",
      unit: "µs",
      goal: 1.3,
    },
    {
      id: "growth/problems",
      work: "Check a campaign with 1,000 faulty windows",
      short: "1,000 faulty windows vs. 4 × 250",
      other: "4 × the time of 250 faulty windows",
      unit: "µs",
      goal: 1.3,
      note: "Each rule reports its first 100 problems.",
    },
  ),
  ...ofGroup("programs", "Submission to a practice server")(
    {
      id: "submit/fetch",
      work: "Record the submission, send it, record the outcome",
      short: "One submission vs. node-fetch",
      other: "the same request with node-fetch, in the same process",
      peer: "node-fetch",
      unit: "ms",
      goal: 3,
      note: "It records nothing.",
    },
    {
      id: "submit/curl",
      work: "`campaign-json submit --yes`, whole process",
      short: "submit --yes vs. curl",
      other: "`curl`, whole process",
      peer: "curl",
      unit: "ms",
      note: "It starts no Node, checks nothing and records nothing.",
    },
  ),
  ...ofGroup("programs", "Size")(
    {
      id: "size/editing",
      work: "`dist/extension.js`, minified: the half of the extension for editing",
      short: "Editing half",
      unit: "KB",
      limit: 200,
    },
    { id: "size/vsix", work: "The VSIX", short: "VSIX", unit: "KB", limit: 900 },
  ),
  ...ofGroup("editor", "In VS Code")(
    {
      id: "editor/activate",
      work: "Load and activate the extension",
      short: "Activate vs. the JSON extension",
      other: "VS Code's JSON extension",
      peer: "The JSON extension",
      unit: "ms",
      goal: 1,
    },
    {
      id: "editor/first-problem",
      work: "Open a file until its first problem is shown, with the start of the extension",
      short: "First problem vs. the JSON extension",
      other: "VS Code's JSON extension",
      peer: "The JSON extension",
      unit: "ms",
    },
    {
      id: "editor/javascript",
      work: "JavaScript that is loaded until that problem is shown",
      short: "JavaScript vs. the JSON extension",
      other: "VS Code's JSON extension and its server",
      unit: "KB",
    },
    {
      id: "editor/save",
      work: "Save a file among 10,000 checked campaigns, until its problem is shown",
      short: "Save among 10,000 vs. alone",
      other: "the same save before they existed",
      unit: "ms",
      goal: 2,
    },
    {
      id: "editor/lint",
      work: "Lint All Campaigns in Workspace, with 10,000 campaigns",
      short: "Lint 10,000 in VS Code vs. command line",
      other: "`campaign-json lint` on them",
      peer: "The command line",
      unit: "ms",
      goal: 4,
    },
    {
      id: "editor/cancel",
      work: "Cancel that run half way, until it ends",
      short: "Cancel vs. the whole run",
      other: "the whole run",
      unit: "ms",
      goal: 0.05,
    },
    {
      id: "editor/type",
      work: "Type during that run, until the problem is shown",
      short: "Type during that run vs. usually",
      other: "the usual time",
      unit: "ms",
      goal: 2,
    },
  ),
];
