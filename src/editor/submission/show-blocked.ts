import type * as vscode from "vscode";
import type { Obstacle } from "../../core/ledger/ledger";
import { toResult } from "../../core/ledger/to-result";
import { visibleLine } from "../../core/text/visible";
import { showMessage } from "../ui/message";
import type { Submissions } from "./ledger";
import type { SubmissionModule } from "./submission-module";
import type { LookUp } from "./look-up";

/** Why nothing was sent although the campaign and the connection are good. */
export type Blocked =
  | Obstacle
  | { readonly kind: "not-noted"; readonly detail: string }
  /** The ledger cannot be read, so earlier submissions are unknown. `detail` is the error of the disk. */
  | { readonly kind: "unreadable"; readonly detail: string };

export interface HindranceDeps {
  readonly lookUp: LookUp;
  readonly submissions: Submissions;
  readonly submitting: Pick<SubmissionModule, "minuteOf">;
  /** What was to be submitted. */
  readonly file: vscode.Uri;
}

/** Says that nothing was sent, why, and what to do. */
export async function showBlocked(hindrance: Blocked, deps: HindranceDeps): Promise<void> {
  const { lookUp, submissions, submitting, file } = deps;
  switch (hindrance.kind) {
    case "under-way":
      showMessage(
        { level: "warning", id: "submit.under-way" },
        "This campaign is being submitted to this account already, here, in another window or in a terminal; nothing more was sent.",
      );
      return;
    case "unresolved": {
      const { entry } = hindrance;
      showMessage(
        { level: "warning", id: "submit.unresolved" },
        `Nothing was sent: exactly this campaign was sent to this account on ${submitting.minuteOf(entry.at)} from ${visibleLine(entry.file, 100)}, and the response did not show whether it was created. Look it up first.`,
        { ["Look It Up"]: () => void lookUp(entry, file) },
      );
      return;
    }
    case "damaged": {
      // Says what was lost, and keeps what could not be read beside it.
      const repaired = await toResult((await submissions.ledger()).repair());
      submissions.changed();
      if (!repaired.ok) {
        await showBlocked({ kind: "not-noted", detail: repaired.detail }, deps);
        return;
      }
      showMessage(
        { level: "warning", id: "submit.ledger-damaged" },
        "Nothing was sent, because the record of submissions was damaged. Look in the account whether this campaign is there, then submit again.",
      );
      return;
    }
    case "unreadable":
      showMessage(
        { level: "error", id: "submit.ledger-unreadable" },
        `Not sent: the submission log can't be read. ${hindrance.detail}`,
      );
      return;
    case "full":
      showMessage(
        { level: "error", id: "submit.ledger-full" },
        "Not sent: the submission log is full of unresolved entries. Look some of them up first.",
      );
      return;
    case "not-noted":
      showMessage(
        { level: "error", id: "submit.not-noted" },
        `Not sent: the submission couldn't be recorded, and without a record it could be sent twice. ${hindrance.detail}`,
      );
  }
}
