import { parseDocument } from "../../src/core/campaign/document";
import { syntaxProblems } from "../../src/core/campaign/syntax/syntax-problems";

/** A text for each fault that the parser reports in JSON with comments. */
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

/** The page of the syntax problems, with one section for each code. */
export function syntaxPage(): string {
  const parts = [...faults()].map(([name, message]) => {
    const text = wrong[name];
    const example = text === undefined || text === "" ? [] : ["```text\n" + text + "\n```"];
    return [`## ${name}`, `> ${message}`, ...example].join("\n\n");
  });
  return `# syntax

A campaign file is JSON. Comments (\`//\` and \`/* */\`) and a comma after the last item are allowed and never sent. Each of these problems is an **error**, because the text after it cannot be read reliably.

${parts.join("\n\n")}

[All rules](README.md)
`;
}

/** Every fault with its message, including those of files that are not parsed. */
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
      throw new Error(`${text} has the problem ${String(named)}, not syntax/${name}.`);
    note(text);
  }
  note("x", { ...parseDocument("x"), refused: { name: "too-deep", offset: 0 } });
  note("x", { ...parseDocument("x"), refused: { name: "too-large" } });
  return found;
}
