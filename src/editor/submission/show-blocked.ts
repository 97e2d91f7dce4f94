import * as vscode from "vscode";
import type { Obstacle } from "../../core/ledger/ledger";
import { valueOf } from "../../core/ledger/to-result";
import { visibleLine } from "../../core/text/visible";
import { tell } from "../ui/message";
import type { Submissions } from "./ledger";
import type { SubmittingHalf } from "./submission-module";
import type { LookUp } from "./look-up";

/** Why nothing was sent although the campaign and the connection are good. */
export type Hindrance =
  | Obstacle
  | { readonly kind: "not-noted"; readonly detail: string }
  /** The ledger cannot be read: nobody knows what was sent before. `detail` is what the disk said. */
  | { readonly kind: "unreadable"; readonly detail: string };

export interface HindranceDeps {
  readonly lookUp: LookUp;
  readonly submissions: Submissions;
  readonly submitting: Pick<SubmittingHalf, "minuteOf">;
  /** What was to be submitted. */
  readonly file: vscode.Uri;
}

/** Says that nothing was sent, why, and what to do. */
export async function tellHindrance(hindrance: Hindrance, deps: HindranceDeps): Promise<void> {
  const { lookUp, submissions, submitting, file } = deps;
  switch (hindrance.kind) {
    case "under-way":
      tell(
        { level: "warning", id: "submit.under-way" },
        vscode.l10n.t(
          "This campaign is being submitted to this account already, here, in another window or in a terminal; nothing more was sent.",
        ),
      );
      return;
    case "unresolved": {
      const { entry } = hindrance;
      tell(
        { level: "warning", id: "submit.unresolved" },
        vscode.l10n.t(
          "Nothing was sent: exactly this campaign was sent to this account on {0} from {1}, and nobody knows whether it was created. Look it up first.",
          submitting.minuteOf(entry.at),
          visibleLine(entry.file, 100),
        ),
        { [vscode.l10n.t("Look It Up")]: () => void lookUp(entry, file) },
      );
      return;
    }
    case "damaged": {
      // Says what was lost, and keeps what could not be read beside it.
      const repaired = await valueOf((await submissions.ledger()).repair());
      submissions.changed();
      if (!repaired.ok) {
        await tellHindrance({ kind: "not-noted", detail: repaired.detail }, deps);
        return;
      }
      tell(
        { level: "warning", id: "submit.ledger-damaged" },
        vscode.l10n.t(
          "Nothing was sent, because the record of submissions was damaged. Look in the account whether this campaign is there, then submit again.",
        ),
      );
      return;
    }
    case "unreadable":
      tell(
        { level: "error", id: "submit.ledger-unreadable" },
        vscode.l10n.t(
          "Nothing was sent, because the record of submissions cannot be read: {0}",
          hindrance.detail,
        ),
      );
      return;
    case "full":
      tell(
        { level: "error", id: "submit.ledger-full" },
        vscode.l10n.t(
          "Nothing was sent: the record of submissions is full of ones that nobody has looked up. Look them up first.",
        ),
      );
      return;
    case "not-noted":
      tell(
        { level: "error", id: "submit.not-noted" },
        vscode.l10n.t(
          "Nothing was sent, because it could not be noted first, and without a note it could be sent twice. {0}",
          hindrance.detail,
        ),
      );
  }
}
