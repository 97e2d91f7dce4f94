import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rules } from "../../../src/core/lint/rules";
import { profiles } from "../../../src/core/lint/legal/profiles";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { corpus, readMarks, problemLines } from "./corpus";

const faulty = corpus("faulty");
const good = corpus("good");

/** The expected problems of the vendor's own samples, which have no marks. */
const samples = {
  "preview.request.json": [
    'caller-id-placeholder warning "/dialingStrategy/callerId/phoneNumber" 14:28-14:42',
    'description-names-other-mode hint "/description" 3:20-3:165',
  ],
  "progressive.request.json": [
    'caller-id-placeholder warning "/dialingStrategy/callerId/phoneNumber" 14:22-14:36',
  ],
  "agentless.request.json": [
    'caller-id-placeholder warning "/dialingStrategy/callerId/phoneNumber" 14:22-14:36',
  ],
};

describe("the corpus of faulty campaigns", () => {
  it("has at least 150 files, each with a problem", () => {
    assert.ok(faulty.length >= 150, String(faulty.length));
    assert.deepEqual(
      faulty.filter(({ expected }) => expected.length === 0).map(({ file }) => file),
      [],
    );
  });

  for (const one of faulty) {
    it(`has exactly the marked problems in ${one.file}`, () => {
      assert.deepEqual(problemLines(one), one.expected);
    });
  }

  it("keeps each file in the folder of a code that is marked in it", () => {
    for (const { file, expected } of faulty) {
      const folder = file.split("/").slice(1, -1).join("/");
      if (folder === "several") assert.ok(expected.length > 1, file);
      else
        assert.ok(
          expected.some((line) => line.startsWith(`${folder} `)),
          file,
        );
    }
  });

  const marked = new Set(faulty.flatMap(({ expected }) => expected.map((line) => line.split(" ")[0] ?? "")));

  it("has every rule", () => {
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !marked.has(id)),
      [],
    );
  });

  it("has every keyword of the schema and every syntax error that the code can report", () => {
    assert.deepEqual(
      [...codesIn("schema"), ...codesIn("syntax")].filter((code) => !marked.has(code)),
      [],
    );
  });

  it("has every required property, every bound and every closed list", () => {
    const pointers = new Set(
      faulty.flatMap(({ expected }) =>
        expected.map((line) =>
          line
            .split(" ")
            .filter((_, at) => at === 0 || at === 2)
            .join(" "),
        ),
      ),
    );
    const missing = closedRules().filter(
      ({ keyword, pointer }) =>
        ![...pointers].some(
          (one) => one.replace(/\/\d+(?=[/"])/g, "/*") === `schema/${keyword} "${pointer}"`,
        ),
    );
    assert.deepEqual(missing, []);
  });

  it("has every legal profile", () => {
    const used = new Set(faulty.flatMap(({ options }) => options.profiles ?? []));
    assert.deepEqual(
      profiles.filter((profile) => !used.has(profile)).map(({ id }) => id),
      [],
    );
  });
});

describe("the corpus of good campaigns", () => {
  it("has at least 50 files", () => {
    assert.ok(good.length >= 50, String(good.length));
  });

  for (const one of good) {
    it(`has no problems in ${one.file}`, () => {
      assert.deepEqual([one.expected, problemLines(one)], [[], []]);
    });
  }

  for (const [file, expected] of Object.entries(samples)) {
    it(`has the problems in the vendor's ${file} that the catalog lists`, () => {
      const text = readFileSync(`test/fixtures/samples/${file}`, "utf8");
      assert.deepEqual(problemLines({ file, text, expected, options: { readNumber } }), expected);
    });
  }
});

describe("a mark in a file of the corpus", () => {
  it("is placed by its carets or its comment", () => {
    const text = ' "name": "" ,\r\n//       ^^ blank-value error /name\r\n // <--- x/y hint ""';
    assert.deepEqual(readMarks(text, "f").expected, [
      'blank-value error "/name" 1:10-1:12',
      'x/y hint "" 1:2-1:5',
    ]);
  });

  it("is rejected if it cannot be parsed", () => {
    for (const line of [
      "// ^ blank-value",
      "// ^^ blank-value fatal /name",
      "// <- blank-value error name",
      "// a ^ b",
    ]) {
      assert.throws(() => readMarks(`{}\n${line}`, "f"), /looks like a mark/, line);
    }
    assert.throws(() => readMarks("// ^ blank-value error /name", "f"), /marks no line/);
    assert.throws(() => readMarks("// colour: red", "f"), /no option/);
    assert.throws(() => readMarks("// profiles: mars", "f"), /no profile/);
    assert.throws(() => readMarks("// rules: blank-value=fatal", "f"), /no severity/);
    assert.throws(() => readMarks("// expect: blank-value error /name", "f"), /cannot be read/);
  });
});

/** The codes in the sources, as they are written there. */
function codesIn(kind: "schema" | "syntax"): string[] {
  if (kind === "schema") return [...new Set(closedRules().map(({ keyword }) => `schema/${keyword}`))];
  const source = readFileSync("src/core/campaign/syntax/syntax-problems.ts", "utf8");
  const names = [...source.matchAll(/(?:\[|problem\(|: \[)\s*"([a-z]+(?:-[a-z]+)*)",/g)].map(
    ([, name]) => name,
  );
  assert.ok(names.length >= 15, String(names));
  return [...new Set(names)].filter((name) => name !== "invalid").map((name) => `syntax/${name}`);
}

interface Closed {
  readonly keyword: string;
  readonly pointer: string;
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly then?: Schema;
  readonly allOf?: readonly Schema[];
}

const keywords = ["type", "enum", "minimum", "maximum", "maxLength", "minItems", "pattern"];

/** The requirements of the schema, with their places, without the keywords that only help in the editor. */
function closedRules(): Closed[] {
  const whole = JSON.parse(readFileSync("schemas/campaign.schema.json", "utf8")) as Schema & {
    readonly definitions: Readonly<Record<string, Schema>>;
  };
  const found: Closed[] = [];
  const walk = (given: Schema, pointer: string): void => {
    const schema = given.$ref === undefined ? given : whole.definitions[given.$ref.split("/").at(-1) ?? ""];
    if (schema === undefined) return;
    for (const keyword of keywords) if (keyword in schema) found.push({ keyword, pointer });
    for (const key of schema.required ?? [])
      found.push({ keyword: "required", pointer: `${pointer}/${key}` });
    for (const [key, child] of Object.entries(schema.properties ?? {})) walk(child, `${pointer}/${key}`);
    if (schema.items !== undefined) walk(schema.items, `${pointer}/*`);
    if (schema.then !== undefined) walk(schema.then, pointer);
    for (const part of schema.allOf ?? []) walk(part, pointer);
  };
  walk(whole, "");
  return found;
}
