import type { CampaignDocument } from "../../campaign/document";
import type { Problem } from "../../campaign/problem";
import type { SyntaxFaults } from "../../campaign/syntax/syntax-faults";
import { syntaxProblems } from "../../campaign/syntax/syntax-problems";

/** What is said of a configuration where the words about a campaign would not fit. */
const inOtherWords: Readonly<Record<string, string>> = {
  "syntax/empty":
    'The file is empty, so every rule stays as it is. Write { "rules": {}, "profiles": [] }, or remove the file.',
  "syntax/too-large":
    "This file is far larger than a configuration can be, so none of it was used. Remove what does not belong to it.",
  "syntax/too-deep":
    "Brackets are nested too deep here, so none of the file was used. A configuration needs two levels.",
  "syntax/text-after-end": "The configuration ends before this. Remove what follows, or the brace too many.",
};

/** What keeps the text from being JSON with comments. */
export function configSyntaxProblems(document: CampaignDocument, syntax: SyntaxFaults): Problem[] {
  return syntaxProblems(document, syntax).map((problem) => ({
    ...problem,
    message: inOtherWords[problem.code] ?? problem.message,
  }));
}
