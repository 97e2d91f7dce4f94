import * as vscode from "vscode";
import type { Parsed } from "../../core/text/parsed";
import { plainLine } from "../../core/text/plain";
import { plainItem } from "./quick-pick";

/** Where in a sequence a question stands; both count from 1, and are undefined for a question that stands alone. */
export interface StepPosition {
  readonly step: number | undefined;
  readonly totalSteps: number | undefined;
}

export const noPosition: StepPosition = { step: undefined, totalSteps: undefined };

/** Asks one thing and answers with the draft that knows it. */
export type Step<T> = (draft: T, position: StepPosition) => Promise<T | "back" | "cancelled">;

/**
 * Asks step by step, with a way back that keeps what was typed. An answer may change which steps come after it, never
 * those before. Undefined when the person left: nothing is kept.
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
  /** Shown as dots. */
  readonly password?: boolean;
  /** Refuses with a reason, while typing or at Enter alone. */
  readonly check: (text: string) => Parsed<string>;
  readonly refusesAt?: "typing" | "enter";
  /** What the accepted value means, shown while typing when it says more than was typed. */
  readonly hint?: (value: string) => string | undefined;
}

export type TextAnswer = { readonly value: string } | "back" | "cancelled";

export function askText(question: TextQuestion): Promise<TextAnswer> {
  const {
    title,
    step,
    totalSteps,
    prompt,
    placeholder,
    value,
    password = false,
    check,
    hint: says,
  } = question;
  const { refusesAt = "typing" } = question;
  return showBox<vscode.InputBox, string>(
    vscode.window.createInputBox(),
    { title, step, totalSteps },
    (box, done) => {
      Object.assign(box, { prompt: plainLine(prompt), placeholder, value, password });
      const look = (refuse: boolean): Parsed<string> => {
        const parsed = check(box.value);
        const said = parsed.valid ? says?.(parsed.value) : undefined;
        if (!parsed.valid && refuse) box.validationMessage = plainLine(parsed.reason);
        else if (said !== undefined)
          box.validationMessage = {
            message: plainLine(said),
            severity: vscode.InputBoxValidationSeverity.Info,
          };
        else box.validationMessage = undefined;
        return parsed;
      };
      look(false);
      box.onDidChangeValue(() => look(refusesAt === "typing" && box.value !== ""));
      box.onDidAccept(() => {
        const parsed = look(true);
        if (parsed.valid) done(parsed.value);
      });
    },
  );
}

/** A step that asks for one text of the draft. */
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
  /** Which item is offered; the first when none is. */
  readonly value?: V;
  readonly items: readonly (vscode.QuickPickItem & { readonly value: V })[];
}

export function askChoice<V>(
  question: ChoiceQuestion<V>,
): Promise<{ readonly value: V } | "back" | "cancelled"> {
  type Item = vscode.QuickPickItem & { readonly value: V };
  const { title, step, totalSteps, placeholder, items, value } = question;
  return showBox<vscode.QuickPick<Item>, V>(
    vscode.window.createQuickPick<Item>(),
    { title, step, totalSteps },
    (pick, done) => {
      const shown = items.map(plainItem);
      Object.assign(pick, { placeholder: plainLine(placeholder), items: shown });
      if (value !== undefined) pick.activeItems = shown.filter((item) => item.value === value);
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

/** Shows a box until it is answered, left with Esc or with the way back. It stays open while one copies from elsewhere. */
function showBox<B extends Box, V>(
  box: B,
  head: StepPosition & { readonly title: string },
  set: (box: B, done: (value: V) => void) => void,
): Promise<{ readonly value: V } | "back" | "cancelled"> {
  return new Promise<{ readonly value: V } | "back" | "cancelled">((resolve) => {
    Object.assign(box, head, { title: plainLine(head.title), ignoreFocusOut: true });
    if ((head.step ?? 1) > 1) box.buttons = [vscode.QuickInputButtons.Back];
    box.onDidTriggerButton(() => resolve("back"));
    box.onDidHide(() => resolve("cancelled"));
    set(box, (value) => resolve({ value }));
    box.show();
  }).finally(() => box.dispose());
}
