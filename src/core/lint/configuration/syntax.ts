import type { CampaignDocument } from "../../campaign/document";
import type { Problem } from "../../campaign/problem";
import type { SyntaxFaults } from "../../campaign/syntax/syntax-faults";
import { syntaxProblems } from "../../campaign/syntax/syntax-problems";

/** Messages for a configuration, where those for a campaign do not fit. */
const messages: Readonly<Record<string, string>> = {
  "syntax/empty":
    'The file is empty, so every rule keeps its default. Write { "rules": {}, "profiles": [] }, or remove the file.',
  "syntax/too-large":
    "This file is too large for a configuration, so none of it is used. Remove the content that does not belong to it.",
  "syntax/too-deep":
    "Brackets are nested too deeply here, so none of the file is used. A configuration needs two levels.",
  "syntax/text-after-end": "The configuration ends before this text. Remove the text, or the extra brace.",
};

/** The syntax problems of a configuration, which is JSON with comments. */
export function configSyntaxProblems(document: CampaignDocument, syntax: SyntaxFaults): Problem[] {
  return syntaxProblems(document, syntax).map((problem) => ({
    ...problem,
    message: messages[problem.code] ?? problem.message,
  }));
}
