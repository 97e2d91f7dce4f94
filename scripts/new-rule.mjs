// Starts a lint rule: npm run new:rule <rule-id>
// Writes the rule, its line in the list, and a marked fixture. The new tests fail until you write the rule.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string", default: fileURLToPath(new URL("..", import.meta.url)) } },
});
const [id, ...more] = positionals;
if (id === undefined || more.length > 0 || !/^[a-z]+(?:-[a-z]+)*$/.test(id)) {
  fail("Usage: npm run new:rule <rule-id>, for example: npm run new:rule queue-name-short");
}

const name = id.replace(/-([a-z])/g, (_match, letter) => String(letter).toUpperCase());
const rulePath = inProject(`src/core/lint/rules/${id}.ts`);
const listPath = inProject("src/core/lint/rules/index.ts");
const fixturePath = inProject(`test/fixtures/lint/faulty/${id}/first.campaign.json`);
if (existsSync(rulePath)) fail(`${id} already exists.`);

write(rulePath, ruleText());
write(listPath, listedIn(readFileSync(listPath, "utf8")));
write(fixturePath, fixtureText());
console.log("\nNext: write the rule, mark the fixture, then run");
console.log("  npm run generate && npx mocha test/unit/lint/examples.test.ts test/unit/lint/corpus.test.ts");

function ruleText() {
  return `import { rule } from "../rule";

export const ${name} = rule({
  id: "${id}",
  severity: "warning",
  reads: "name",
  summary: "The requirement for every campaign, as one sentence.",
  why: "The harm that a violation causes, with its source.",
  examples: { good: ["Spring"], bad: ["${id}"] },
  check(name, at) {
    if (name !== "${id}") return undefined;
    return at().problem(\`\${JSON.stringify(name)} is … This matters because … Do this.\`);
  },
});
`;
}

/** @param {string} text of the list of rules */
function listedIn(text) {
  const line = `import { ${name} } from "./${id}";`;
  const imports = [...text.matchAll(/^import \{ \w+ \} from "\.\/[\w-]+";$/gm)].map(([whole]) => whole);
  const after = imports.findLast((one) => one.slice(one.indexOf("./")) < line.slice(line.indexOf("./")));
  const withImport =
    after === undefined
      ? text.replace(imports[0] ?? "", `${line}\n${imports[0] ?? ""}`)
      : text.replace(after, `${after}\n${line}`);
  const end = withImport.lastIndexOf("];");
  if (end < 0) fail(`${listPath} has no list of rules.`);
  return `${withImport.slice(0, end)}  ${name},\n${withImport.slice(end)}`;
}

function fixtureText() {
  const example = readFileSync(inProject("examples/billing-reminder.campaign.json"), "utf8");
  const marked = example.replace(/^( *"name": )("[^"\n]*")(.*)$/m, (_line, key, _value, rest) => {
    const value = JSON.stringify(id);
    const marks = `  //${" ".repeat(Math.max(0, String(key).length - 4))}${"^".repeat(value.length)} ${id} warning /name`;
    return `${String(key)}${value}${String(rest)}\n${marks}`;
  });
  if (marked === example) fail("The example has no name to mark.");
  return marked;
}

/** @param {string} file */
function inProject(file) {
  return path.join(values.root, file);
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`written: ${path.relative(values.root, file)}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(2);
}
