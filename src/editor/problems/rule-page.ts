import * as vscode from "vscode";

/** The scheme of the rule pages. The manifest opens them in the Markdown preview. */
export const scheme = "campaign-docs";

/** The address of the page for a problem's code. `schema/enum` is a section of the page `schema`. */
export function rulePage(code: string): vscode.Uri {
  const [page, section] = code.split("/", 2);
  return vscode.Uri.from({
    scheme,
    path: `/rules/${page ?? code}.md`,
    ...(section === undefined ? {} : { fragment: section }),
  });
}
