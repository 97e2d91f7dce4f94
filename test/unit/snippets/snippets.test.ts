import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { validate } from "../../../src/core/campaign/generated/validate";
import { expandSnippet } from "./expand";
import { bases, put } from "../schema/faults";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = path.join(__dirname, "../../../snippets/campaign.json");
const snippets = JSON.parse(readFileSync(file, "utf8")) as Record<string, Snippet>;

const week = "/dialingStrategy/callingHours/days";

/** The place of each part, and how its text becomes the value there. */
const places: Readonly<Record<string, (text: string) => unknown>> = {
  "Preview campaign": parsed,
  "Progressive campaign": parsed,
  "Agentless campaign": parsed,
  "Dialing strategy": (text) => ({ ...bases.Preview, ...members(text) }),
  "Calling week": (text) => put(bases.Preview, week, members(text)["days"]),
  "Calling window": (text) => put(bases.Preview, week, parsed(`[${text}]`)),
  "Split day": (text) => put(bases.Preview, week, parsed(`[${text}]`)),
  "Do-not-call list": (text) => ({ ...bases.Preview, ...members(text) }),
};

function parsed(text: string): unknown {
  return JSON.parse(text);
}

function members(text: string): Record<string, unknown> {
  return JSON.parse(`{${text}}`) as Record<string, unknown>;
}

describe("snippets", () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}: is valid if it is inserted unchanged`, () => {
      const place = places[name];
      assert.ok(place, "no place is known for it");
      const campaign = place(expandSnippet(snippet.body.join("\n")));
      assert.ok(validate(campaign), JSON.stringify(validate.errors));
    });

    it(`${name}: has a description and is found by a word`, () => {
      assert.ok(snippet.prefix.length > 0);
      assert.ok(snippet.description.length > 10);
    });
  }

  it("include a whole campaign for every dialing mode", () => {
    const modes = Object.values(snippets)
      .map((snippet) => /"dialingMode": "(\w+)"/.exec(snippet.body.join("\n"))?.[1])
      .filter((mode) => mode !== undefined);
    assert.deepEqual(modes.sort(), ["Agentless", "Preview", "Progressive"]);
  });

  it("have choices with all allowed values for closed lists", () => {
    const window = snippets["Calling window"]?.body.join("") ?? "";
    for (const day of ["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
      assert.match(window, new RegExp(`\\b${day}\\b`));
  });
});

describe("expanding a snippet", () => {
  const cases: readonly (readonly [snippet: string, text: string])[] = [
    ["plain", "plain"],
    ["${1:a}$1$0", "aa"],
    ["$1${1:a}", "aa"],
    ["${1|x,y|}-${1}", "x-x"],
    ["${1|a\\,b,c|}", "a,b"],
    ["${1:a ${2:b}} $2", "a b b"],
    ["\\$1 \\} \\\\", "$1 } \\"],
  ];
  for (const [snippet, text] of cases) {
    it(snippet, () => assert.equal(expandSnippet(snippet), text));
  }

  for (const broken of ["${1:a", "${1|a,b}", "$TM_FILENAME", "${NAME:x}"]) {
    it(`rejects ${broken}`, () => assert.throws(() => expandSnippet(broken)));
  }
});
