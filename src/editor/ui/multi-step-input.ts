import * as vscode from "vscode";
import type { Parsed } from "../../core/text/parsed";
import { plainLine } from "../../core/text/plain";
import { plainItem } from "./quick-pick";
import { settledFocus } from "./settled-focus";

/** The position of a question in a sequence. Both count from 1 and are undefined for a single question. */
export interface StepPosition {
  readonly step: number | undefined;
  readonly totalSteps: number | undefined;
}

export const noPosition: StepPosition = { step: undefined, totalSteps: undefined };

/** Asks one question and returns the draft with its answer. */
export type Step<T> = (draft: T, position: StepPosition) => Promise<T | "back" | "cancelled">;

/**
 * Asks step by step. Going back keeps what was typed. An answer may change the steps after it, never those before it.
 * Undefined if the person cancels.
 */
export async function runSteps<T extends object>(
  start: T,
  stepsFor: (draft: T) => readonly Step<T>[],
): Promise<T | undefined> {
  let draft = start;
  for (let index = 0, steps = stepsFor(draft); index < steps.length; steps = stepsFor(draft)) {
    const answer = await steps[index]?.(draft, { step: index + 1, totalSteps: steps.length });
    if (answer === undefined || answer === "cancelled") return undefined;
    if (answer === "back") index -= 1;
    else {
      draft = answer;
      index += 1;
    }
  }
  return draft;
}

export interface TextQuestion extends StepPosition {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Hides the input. */
  readonly password?: boolean;
  /** Returns the accepted value or the reason for a rejection. */
  readonly check: (text: string) => Parsed<string>;
  /** When a rejection is shown: while typing (the default), or only at Enter. */
  readonly showErrorsAt?: "typing" | "enter";
  /** A note on an accepted value, shown while typing. */
  readonly hint?: (value: string, typed: string) => string | undefined;
  /** Which part of the initial value is selected. Default: all of it. */
  readonly selection?: readonly [start: number, end: number];
  /** Why an accepted value can't be used, as far as only the outside knows. Asked while typing and at Enter. */
  readonly conflict?: (value: string) => Promise<string | undefined>;
}

export type TextAnswer = { readonly value: string } | "back" | "cancelled";

export function askText(question: TextQuestion): Promise<TextAnswer> {
  const { title, step, totalSteps, prompt, placeholder, value, password = false, check, hint } = question;
  const { showErrorsAt = "typing", selection, conflict } = question;
  return showBox<vscode.InputBox, string>(
    vscode.window.createInputBox(),
    { title, step, totalSteps },
    (box, done) => {
      Object.assign(box, { prompt: plainLine(prompt), placeholder, value, password });
      if (selection !== undefined) box.valueSelection = selection;
      /** Undefined if the text has changed in the meantime. */
      const isFree = async (text: string): Promise<boolean | undefined> => {
        const parsed = check(text);
        const reason = parsed.valid ? await conflict?.(parsed.value) : parsed.reason;
        if (box.value !== text) return undefined;
        if (reason !== undefined) box.validationMessage = plainLine(reason);
        return reason === undefined;
      };
      const validate = (showErrors: boolean): Parsed<string> => {
        const parsed = check(box.value);
        const note = parsed.valid ? hint?.(parsed.value, box.value) : undefined;
        if (!parsed.valid && showErrors) box.validationMessage = plainLine(parsed.reason);
        else if (note !== undefined)
          box.validationMessage = {
            message: plainLine(note),
            severity: vscode.InputBoxValidationSeverity.Info,
          };
        else box.validationMessage = undefined;
        return parsed;
      };
      validate(false);
      box.onDidChangeValue((text) => {
        if (validate(showErrorsAt === "typing" && text !== "").valid && conflict !== undefined)
          void isFree(text);
      });
      box.onDidAccept(() => {
        const parsed = validate(true);
        if (!parsed.valid) return;
        if (conflict === undefined) done(parsed.value);
        else
          void isFree(box.value).then((free) => {
            if (free === true) done(parsed.value);
          });
      });
    },
  );
}

/** A step that asks for one text property of the draft. */
export function textStep<T extends Record<K, string>, K extends string>(
  key: K,
  title: string,
  question: Omit<TextQuestion, keyof StepPosition | "title" | "value">,
): Step<T> {
  return async (draft, position) => {
    const answer = await askText({ ...question, ...position, title, value: draft[key] });
    return typeof answer === "string" ? answer : { ...draft, [key]: answer.value };
  };
}

export interface ChoiceQuestion<V> extends StepPosition {
  readonly title: string;
  readonly placeholder: string;
  /** The value of the item that is selected first. Default: the first item. */
  readonly value?: V;
  readonly items: readonly Choice<V>[];
  /** The items for a typed text, in place of VS Code's own filter, which knows only labels. */
  readonly find?: (typed: string) => readonly Choice<V>[];
}

export type Choice<V> = vscode.QuickPickItem & { readonly value: V };

export function askChoice<V>(
  question: ChoiceQuestion<V>,
): Promise<{ readonly value: V } | "back" | "cancelled"> {
  const { title, step, totalSteps, placeholder, items, value, find } = question;
  return showBox<vscode.QuickPick<Choice<V>>, V>(
    vscode.window.createQuickPick<Choice<V>>(),
    { title, step, totalSteps },
    (pick, done) => {
      const shown = items.map(plainItem);
      Object.assign(pick, { placeholder: plainLine(placeholder), items: shown });
      if (value !== undefined) pick.activeItems = shown.filter((item) => item.value === value);
      if (find !== undefined)
        pick.onDidChangeValue((typed) => {
          const found = typed.trim() === "" ? items : find(typed);
          pick.items = found.map((item) => plainItem({ ...item, alwaysShow: true }));
        });
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item !== undefined) done(item.value);
      });
    },
  );
}

interface Box extends vscode.QuickInput {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

/** Shows a box until the person answers, cancels or goes back. It stays open when the focus moves. */
async function showBox<B extends Box, V>(
  box: B,
  head: StepPosition & { readonly title: string },
  setUp: (box: B, done: (value: V) => void) => void,
): Promise<{ readonly value: V } | "back" | "cancelled"> {
  await settledFocus();
  return new Promise<{ readonly value: V } | "back" | "cancelled">((resolve) => {
    Object.assign(box, head, { title: plainLine(head.title), ignoreFocusOut: true });
    if ((head.step ?? 1) > 1) box.buttons = [vscode.QuickInputButtons.Back];
    box.onDidTriggerButton(() => resolve("back"));
    box.onDidHide(() => resolve("cancelled"));
    setUp(box, (value) => resolve({ value }));
    box.show();
  }).finally(() => box.dispose());
}
