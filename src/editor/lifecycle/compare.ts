import * as vscode from "vscode";
import { parseDocument } from "../../core/campaign/document";
import { writeInLayout } from "../../core/campaign/write-in-layout";
import { compareWithAccount, type Comparison } from "../../core/comparison/compare";
import { toCampaignFile } from "../../core/comparison/campaign-text";
import type { ReadCampaign } from "../../core/lifecycle/read-campaign";
import { visibleLine } from "../../core/text/visible";
import {
  campaignText,
  countOf,
  differenceText,
  notComparedText,
} from "../../core/wording/lifecycle/comparison-text";
import { activeCampaign } from "../ui/active-campaign";
import { isEditable } from "../ui/editable";
import { languageId } from "../ui/language-id";
import { showMessage } from "../ui/message";
import { parsedCampaign } from "../ui/parsed-campaign";
import type { AccountDocuments } from "./account-documents";
import { pullTarget } from "./pull";
import { readTarget } from "./read-target";
import type { AccountTarget, TargetDeps } from "./target";

export interface CompareDeps extends TargetDeps {
  readonly documents: AccountDocuments;
}

/** Opens a diff editor with what the account returned and the file, which can be edited, and lists the differences. */
export async function compareTarget(target: AccountTarget, deps: CompareDeps): Promise<void> {
  if (target.file === undefined) {
    showNoFile(target, deps);
    return;
  }
  const read = await readTarget(target, deps);
  if (read !== undefined) await compareFile(target.file, read, target, deps);
}

async function compareFile(
  file: vscode.Uri,
  read: ReadCampaign,
  { connection }: AccountTarget,
  { documents, connections, output }: CompareDeps,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const { value, syntaxErrors } = parsedCampaign(document);
  const shown = visibleLine(vscode.workspace.asRelativePath(file), 100);
  const account = visibleLine(connection.name, 60);
  const uri = documents.show(read.campaign, textInLayout(document.getText(), read));
  const title = `${shown}: ${account} ↔ file`;
  await vscode.commands.executeCommand("vscode.diff", uri, file, title);
  if (syntaxErrors.length > 0) {
    showMessage(
      { level: "warning", id: "compare.account-invalid" },
      `${shown} is not valid JSON, so its values weren’t compared. Fix its syntax, then compare again.`,
    );
    return;
  }
  const comparison = compareWithAccount(value, read.values);
  output.appendLine(connections.redact(reportOf(shown, account, read, comparison)));
  const { differences, notCompared } = comparison;
  const same = differences.length === 0;
  const unseen =
    notCompared.length === 0 ? "" : " Values that the platform does not return weren’t compared.";
  showMessage(
    {
      level: same ? "information" : "warning",
      id: same ? "compare.account-same" : "compare.account-differs",
    },
    same
      ? `${shown} is the same as in ${account}.${unseen}`
      : `${shown} differs from ${account} in ${countOf(differences)}.${unseen}`,
    { "Show Output": () => output.show(true) },
  );
}

/** In the layout of the file if possible, so that a diff shows different values and not comments or line breaks. */
function textInLayout(text: string, { values }: ReadCampaign): string {
  const account = toCampaignFile(values).text;
  return writeInLayout(text, parseDocument(account).value) ?? account;
}

function reportOf(file: string, account: string, { campaign }: ReadCampaign, comparison: Comparison): string {
  const { differences } = comparison;
  const notCompared = notComparedText(comparison);
  const time = new Date().toLocaleTimeString(vscode.env.language);
  const result = differences.length === 0 ? "no differences" : countOf(differences);
  return [
    `${time}  ${file} compared with ${campaignText(campaign)} in ${account}: ${result}.`,
    ...differences.map((one) => `  ${visibleLine(differenceText(one), 2_000)}`),
    ...(notCompared === undefined ? [] : [`  ${visibleLine(notCompared, 2_000)}`]),
  ].join("\n");
}

/** Reports that a campaign has no file, and offers what is possible without one. */
export function showNoFile(target: AccountTarget, deps: CompareDeps): void {
  const active = activeCampaign(undefined);
  const candidate = vscode.workspace.textDocuments.find(
    ({ uri, languageId: language }) =>
      language === languageId && isEditable(uri) && uri.toString() === active?.toString(),
  )?.uri;
  showMessage(
    { level: "warning", id: "compare.account-no-file" },
    `No file in this workspace belongs to “${visibleLine(target.campaign.name, 100)}”. ${candidate === undefined ? "Open it as a file." : "Open it as a file, or compare it with the open one."}`,
    {
      ...(candidate === undefined
        ? {}
        : { "Compare with Open File": () => compareTarget({ ...target, file: candidate }, deps) }),
      "Open as File": () => pullTarget(target, deps),
    },
  );
}
