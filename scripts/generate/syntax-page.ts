import { parseDocument } from "../../src/core/campaign/document";
import { syntaxProblems } from "../../src/core/campaign/syntax/syntax-problems";

/** A text that has each fault: all that the parser can name in JSON with comments. */
const wrong: Readonly<Record<string, string>> = {
  empty: "",
  "invalid-symbol": '{ "name": Spring }',
  "invalid-number": '{ "maxSkips": 1. }',
  "key-expected": '{ "name": "Spring", 5: "priority" }',
  "value-expected": '{ "name": , "priority": "5" }',
  "colon-expected": '{ "name" "Spring" }',
  "comma-expected": '{ "name": "Spring" "priority": "5" }',
  "unclosed-object": '{ "name": "Spring"',
  "unopened-object": '{ "dncLists": "name": "Never call" } }',
  "unclosed-array": '{ "contactLists": ["Spring"',
  "text-after-end": '{ "name": "Spring" } }',
  "unclosed-comment": '{ "name": "Spring" } /* the first',
  placeholder: '{ "priority": {{priority}} }',
  "unclosed-text": '{ "name": "Spring }',
  "invalid-escape": '{ "name": "Spring \\& summer" }',
  "invalid-character": '{ "name": "Spring\tsummer" }',
};

/** The form of the file, one section for each fault: the part of the code behind `syntax/`. */
export function syntaxPage(): string {
  const parts = [...faults()].map(([name, message]) => {
    const text = wrong[name];
    const example = text === undefined || text === "" ? [] : ["```text\n" + text + "\n```"];
    return [`## ${name}`, `> ${message}`, ...example].join("\n\n");
  });
  return `# syntax

A campaign file is JSON. Comments (\`//\` and \`/* */\`) and a comma behind the last item are welcome and never sent.
Each of these is an **error**, since what follows the fault cannot be understood.

${parts.join("\n\n")}

[All rules](README.md)
`;
}

/** Every fault, with its message: of the form, and of the files that are not parsed at all. */
function faults(): Map<string, string> {
  const found = new Map<string, string>();
  const note = (text: string, document = parseDocument(text)) => {
    for (const { code, message } of syntaxProblems(document)) {
      const name = code.replace("syntax/", "");
      if (!found.has(name)) found.set(name, message);
    }
  };
  for (const [name, text] of Object.entries(wrong)) {
    const named = syntaxProblems(parseDocument(text)).map(({ code }) => code);
    if (!named.includes(`syntax/${name}`))
      throw new Error(`${text} is not syntax/${name} but ${String(named)}.`);
    note(text);
  }
  note("x", { ...parseDocument("x"), refused: { name: "too-deep", offset: 0 } });
  note("x", { ...parseDocument("x"), refused: { name: "too-large" } });
  return found;
}
