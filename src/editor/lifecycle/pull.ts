import * as vscode from "vscode";
import { toCampaignFile } from "../../core/comparison/campaign-text";
import { visibleLine } from "../../core/text/visible";
import { leftOutText } from "../../core/wording/lifecycle/comparison-text";
import { nameOf } from "../../core/wording/response-diff-text";
import { openUnsavedCampaign } from "../ui/unsaved-campaign";
import { showMessage } from "../ui/message";
import { readTarget } from "./read-target";
import type { AccountTarget, TargetDeps } from "./target";

/** Opens a campaign of the account as an unsaved file. What the account did not return is marked as a problem there. */
export async function pullTarget(target: AccountTarget, deps: TargetDeps): Promise<void> {
  const read = await readTarget(target, deps);
  if (read === undefined) return;
  const { text, gaps, leftOut } = toCampaignFile(read.values, read.campaign.data);
  await openUnsavedCampaign(deps.connections.redact(text));
  const name = visibleLine(read.campaign.name, 100);
  const missing =
    gaps.length === 0
      ? ""
      : ` The platform does not return ${gaps.map(nameOf).join(", ")}: enter ${gaps.length === 1 ? "it" : "them"} before you submit or save the file.`;
  const unwritten = leftOut.length === 0 ? "" : ` ${leftOutText(leftOut)}`;
  const { file } = target;
  showMessage(
    { level: "information", id: "pull.opened" },
    `“${name}” was opened as an unsaved file.${missing}${unwritten}`,
    {
      ...(file === undefined
        ? {}
        : {
            "Compare with File": () =>
              vscode.commands.executeCommand("campaignJson.compareWithAccount", file),
          }),
    },
  );
}
