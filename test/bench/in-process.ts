// Measures checks in a running process and prints the figures as JSON. `run.ts` bundles it as the product is bundled.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parseTree } from "jsonc-parser";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import { parseDocument } from "../../src/core/campaign/document";
import { toIndexedCampaign } from "../../src/core/lint/campaign-index";
import { checkCampaign } from "../../src/core/lint/check";
import { readNumber } from "../../src/core/lint/read-phone-number";
import { relatedCampaigns } from "../../src/core/lint/related-campaigns";
import { createRedactor } from "../../src/core/text/redaction/redact";
import { byTurns } from "./by-turns";
import { sample, teamCampaigns, withWindows } from "./campaigns";

const short = { warmings: 300, rounds: 600, counts: "fastest" } as const;
const long = { warmings: 2, rounds: 30, counts: "fastest" } as const;
const schema = JSON.parse(readFileSync("schemas/campaign.schema.json", "utf8")) as object;

function check(text: string): number {
  return checkCampaign(text, { readNumber }).problems.length;
}

/** Checks as the editor and the command-line tool do: each campaign beside all the others. */
function checkTogether(texts: readonly string[]): number {
  const facts = texts.map((text, index) =>
    toIndexedCampaign(`${index}.campaign.json`, parseDocument(text).value),
  );
  const othersOf = relatedCampaigns(facts);
  return facts.reduce((sum, own, index) => {
    const options = { readNumber, others: othersOf(own) };
    return sum + checkCampaign(texts[index] ?? "", options).problems.length;
  }, 0);
}

/** Validates a text with VS Code's JSON library, and returns the number of problems. */
function jsonService(): (text: string) => Promise<number> {
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "test://schema", fileMatch: ["*"], schema }] });
  return async (text) => {
    const document = TextDocument.create("file:///sample.campaign.json", "json", 1, text);
    return (await service.doValidation(document, service.parseJSONDocument(document))).length;
  };
}

/** Validates a text with Ajv, and returns the number of problems. */
function ajv(): (text: string) => number {
  const validator = new Ajv({ strict: false, allErrors: true });
  addFormats(validator);
  const validate = validator.compile(schema);
  return (text) => (validate(JSON.parse(text)) ? 0 : (validate.errors ?? []).length);
}

/** A response to the list of contact lists, with 1,640,000 characters. */
function contactListsResponse(): string {
  const list = (index: number) => ({
    _id: `cl-${String(index).padStart(8, "0")}`,
    name: `Customers with a bill due in March, part ${index}`,
    description: "Exported from the billing system every night. ".repeat(29),
    isListInUse: index % 3 === 0,
    listType: "call",
    campaignInUse: [{ id: `cd-${index}`, name: `Billing reminder ${index}` }],
    source: "passiveApi",
  });
  const data = Array.from({ length: 1000 }, (_, index) => list(index));
  const text = JSON.stringify({ status: "success", message: "", data });
  const missing = 1_640_000 - text.length;
  if (missing < 0) throw new Error("The response is too long.");
  return text.replace('"message":""', () => `"message":"${"x".repeat(missing)}"`);
}

function expectProblems(of: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${of} reports ${found} problems instead of ${expected}.`);
}

async function measure(): Promise<Record<string, Figure>> {
  const [service, validate] = [jsonService(), ajv()];
  const faulty = sample.replace('"MO"', '"MX"');
  expectProblems("vscode-json-languageservice", await service(sample), 0);
  expectProblems("vscode-json-languageservice", await service(faulty), 1);
  expectProblems("Ajv", validate(sample), 0);
  expectProblems("Ajv", validate(faulty), 1);
  const once = await byTurns(
    {
      own: () => check(sample),
      parseTree: () => parseTree(sample),
      service: () => service(sample),
      ajv: () => validate(sample),
    },
    short,
  );

  const response = contactListsResponse();
  const secret = Buffer.from("not a secret of anybody").toString("hex");
  const redactor = createRedactor([secret]);
  if (redactor.text(response) !== response || redactor.text(secret) === secret)
    throw new Error("The redactor does not work.");
  const redact = await byTurns(
    { own: () => createRedactor([secret]).text(response), parse: () => JSON.parse(response) as unknown },
    long,
  );

  const windows = [withWindows(250), withWindows(1000)] as const;
  const inverted = [withWindows(250, true), withWindows(1000, true)] as const;
  const [few, many] = [teamCampaigns(500), teamCampaigns(2000)];
  const growthOf = async ([less, more]: readonly [string, string]) =>
    byTurns(
      { less: () => check(less), more: () => check(more) },
      { warmings: 30, rounds: 100, counts: "fastest" },
    );
  const ofWindows = await growthOf(windows);
  const ofInverted = await growthOf(inverted);
  const ofFiles = await byTurns(
    { less: () => checkTogether(few), more: () => checkTogether(many) },
    { warmings: 2, rounds: 12, counts: "fastest" },
  );

  const micro = (own: number, other: number, rounds: number): Figure => ({
    ...{ own: own * 1000, other: other * 1000, rounds },
  });
  return {
    "once/parse-tree": micro(once.own, once.parseTree, short.rounds),
    "once/json-service": micro(once.own, once.service, short.rounds),
    "once/ajv": micro(once.own, once.ajv, short.rounds),
    "once/redact": { own: redact.own, other: redact.parse, rounds: long.rounds },
    "growth/files": { own: ofFiles.more, other: 4 * ofFiles.less, rounds: 12 },
    "growth/windows": micro(ofWindows.more, 4 * ofWindows.less, 100),
    "growth/problems": micro(ofInverted.more, 4 * ofInverted.less, 100),
  };
}

void measure().then((figures) => console.log(JSON.stringify(figures)));
