import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { CampaignDocument } from "../../core/campaign/document";
import type { DialingMode } from "../../core/campaign/generated/campaign";
import { callingWeek, type LegalHours } from "../../core/hours/calling-week";
import type { CallingPlan } from "../../core/hours/dialing-plan";
import { edgeEdit } from "../../core/hours/move-edge";
import type { DayCode } from "../../core/hours/week";
import { weekSvg } from "../../core/hours/week-svg";
import { visibleLine } from "../../core/text/visible";
import { isEditable, isWriteProtected } from "../ui/editable";
import { parsedCampaign } from "../ui/parsed-campaign";
import { showWindow } from "./campaign-editor";
import { parseViewMessage, type ChangeMessage, type DrawMessage } from "./messages";
import { readPanelState, type PanelState } from "./panel-state";
import { ownChanges } from "./own-changes";
import { hoursPage, weekDetails, weekGaps } from "./page";
import { hoursPanelType } from "./webview-type";

export interface HoursPanelDeps {
  readonly extensionUri: vscode.Uri;
  /** The time zones to choose from. */
  readonly zones: readonly string[];
  readonly zoneNames: (zone: string) => readonly string[];
  readonly readPlan: (campaign: CampaignDocument) => CallingPlan;
  /** The hours of the legal profiles for a file. Await `prepare` first. */
  readonly legalFor: (uri: vscode.Uri, mode: DialingMode | undefined) => readonly LegalHours[];
  readonly prepare: (uri: vscode.Uri) => Promise<void>;
  readonly onDidChangeLegal: vscode.Event<void>;
  /** Reports what a callback throws. */
  readonly guard: (
    run: (...given: readonly unknown[]) => unknown,
  ) => (...given: readonly unknown[]) => unknown;
  /** Called when the editor refuses a change of the file. */
  readonly onRefused: () => void;
}

export interface HoursPanel {
  /** Shows a campaign beside its editor. Later, the panel follows the active campaign. */
  readonly show: (document: vscode.TextDocument) => void;
  /** Fills a panel that VS Code kept when the window closed, or closes it if its campaign is gone. */
  readonly restore: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>;
  readonly dispose: () => void;
}

/** How long after the last edit the week is drawn, in milliseconds. */
const editDelay = 100;
const minute = 60_000;

export function createHoursPanel(deps: HoursPanelDeps): HoursPanel {
  let open: OpenPanel | undefined;
  return {
    show: (document) => {
      if (open === undefined) {
        open = openPanel(deps, newPanel(), { document, zone: "" }, () => (open = undefined));
      } else {
        open.follow(document);
        open.reveal();
      }
    },
    restore: async (panel, state) => {
      const kept = await readPanelState(state);
      if (kept === undefined || open !== undefined) panel.dispose();
      else open = openPanel(deps, panel, kept, () => (open = undefined));
    },
    dispose: () => open?.dispose(),
  };
}

interface OpenPanel {
  readonly follow: (document: vscode.TextDocument) => void;
  readonly reveal: () => void;
  readonly dispose: () => void;
}

function newPanel(): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  return vscode.window.createWebviewPanel(hoursPanelType, "Calling Hours", place);
}

function openPanel(
  deps: HoursPanelDeps,
  panel: vscode.WebviewPanel,
  { document: first, zone: firstZone }: PanelState,
  onClosed: () => void,
): OpenPanel {
  const folder = vscode.Uri.joinPath(deps.extensionUri, "dist");
  panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, "hours-view.js")).toString();
  let document = first;
  /** Counts the documents, because a move may arrive after another one is shown. */
  let shown = 0;
  let readOnly = true;
  let zone = firstZone;
  let firstCallOn: DayCode | undefined;
  /** The last change that was handled. */
  let sequence = 0;
  /** Since this version, only this panel changed the document, so the picture's windows are still the same. */
  let stableSince = first.version;
  const changes = ownChanges();
  let queue: Promise<unknown> = Promise.resolve();
  let late: NodeJS.Timeout | undefined;
  let disposed = false;

  const draw = (): void => {
    clearTimeout(late);
    if (disposed || !panel.visible) return;
    const title = visibleLine(vscode.workspace.asRelativePath(document.uri));
    const plan = deps.readPlan(parsedCampaign(document));
    const week = callingWeek({
      plan,
      legal: deps.legalFor(document.uri, plan.mode),
      now: Date.now(),
      zoneNames: deps.zoneNames,
      secondZone: zone === "" ? undefined : zone,
      firstCallOn,
    });
    const editable = !readOnly && !document.isClosed;
    const hint = editable
      ? "Drag an edge of a window, or use the arrow keys (Shift for an hour). Ctrl+Z takes a change back. Press Enter or click a window to go to its lines."
      : "This file can’t be edited here. Click a window to go to its lines.";
    panel.title = `Hours: ${title.slice(title.lastIndexOf("/") + 1)}`;
    const message: DrawMessage = {
      ...{ kind: "draw", sequence, shown, version: document.version, title, zone, hint },
      file: document.uri.toString(),
      picture: weekSvg(week, { title, kind: "panel", editable }),
      details: weekDetails(week),
      gaps: weekGaps(week),
      firstCallOn: week.attempts?.day,
    };
    void panel.webview.postMessage(message);
  };
  const prepared = deps.guard(async () => {
    const { uri } = document;
    await deps.prepare(uri);
    const canEdit = isEditable(uri) && !(await isWriteProtected(uri));
    if (uri.toString() !== document.uri.toString()) return;
    readOnly = !canEdit;
    draw();
  });
  const follow = (next: vscode.TextDocument): void => {
    if (next === document) return;
    if (next.uri.toString() !== document.uri.toString()) readOnly = true;
    document = next;
    changes.forget();
    shown++;
    stableSince = next.version;
    draw();
    prepared();
  };
  const changed = (event: vscode.TextDocumentChangeEvent): void => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    if (!changes.isOwn(document)) {
      stableSince = document.version;
      changes.forget();
    }
    clearTimeout(late);
    late = setTimeout(draw, editDelay);
  };
  const change = async (wanted: ChangeMessage): Promise<void> => {
    const canChange = !readOnly && !document.isClosed && wanted.shown === shown;
    if (canChange && (await isRefused(wanted))) deps.onRefused();
    sequence = wanted.sequence;
    draw();
  };
  /** A change that typing overtook is refused too. The person sees the new text, so that is not reported. */
  const isRefused = async (wanted: ChangeMessage): Promise<boolean> => {
    const changing = document;
    const { version } = changing;
    return (await make(wanted)) === false && document === changing && changing.version === version;
  };
  /** Undefined if there is nothing to change. */
  const make = async (wanted: ChangeMessage): Promise<boolean | undefined> => {
    if (wanted.kind !== "move") return changes[wanted.kind](document);
    if (wanted.version < stableSince) return undefined;
    const edit = edgeEdit(document.getText(), wanted.window, wanted.edge, wanted.minutes);
    return edit === undefined ? undefined : changes.make(document, edit);
  };
  const received = deps.guard(async (given) => {
    const message = parseViewMessage(given);
    switch (message?.kind) {
      case undefined:
        return;
      case "ready":
        // A page that was hidden starts anew and counts its moves from 1.
        sequence = 0;
        draw();
        return;
      case "zone":
        zone = message.zone;
        draw();
        return;
      case "firstCallOn":
        firstCallOn = message.day;
        draw();
        return;
      case "reveal":
        await showWindow(document, message.window);
        return;
      case "move":
      case "undo":
      case "redo":
        // One after the other, because each needs the text that the last one left.
        queue = queue.then(deps.guard(() => change(message)));
        await queue;
    }
  });

  const clock = setInterval(draw, minute);
  const registrations = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(received),
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === first.languageId) follow(editor.document);
    }),
    vscode.workspace.onDidOpenTextDocument((opened) => {
      const isSame = opened.uri.toString() === document.uri.toString();
      if (isSame && opened.languageId === first.languageId) follow(opened);
    }),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) draw();
    }),
    deps.onDidChangeLegal(() => prepared()),
  );
  panel.onDidDispose(() => {
    disposed = true;
    clearInterval(clock);
    clearTimeout(late);
    registrations.dispose();
    onClosed();
  });
  panel.webview.html = hoursPage({ nonce: randomBytes(16).toString("hex"), script, zones: deps.zones });
  prepared();
  return {
    follow,
    reveal: () => panel.reveal(undefined, true),
    dispose: () => void panel.dispose(),
  };
}
