import { EventEmitter } from "./fake-vscode-values";

type Ask = (kind: string, options: unknown) => Promise<unknown>;

interface Item {
  readonly label: string;
}

/**
 * An input box or a list that asks for its answer when it is shown. A text answers a box; a label, or a number that is
 * the index of an item, answers a list; `{ typed, then }` types into a list before. "back" presses the button;
 * `undefined` closes it.
 */
export function fakeQuickInput(kind: "box" | "list", ask: Ask): object {
  const accepted = new EventEmitter<void>();
  const changed = new EventEmitter<string>();
  const hidden = new EventEmitter<void>();
  const triggered = new EventEmitter<unknown>();
  const input = {
    value: "",
    items: [] as readonly Item[],
    activeItems: [] as readonly Item[],
    selectedItems: [] as readonly Item[],
    buttons: [] as unknown[],
    validationMessage: undefined as unknown,
    onDidAccept: accepted.event,
    onDidChangeValue: changed.event,
    onDidHide: hidden.event,
    onDidTriggerButton: triggered.event,
    dispose: () => undefined,
    type: (text: string) => {
      input.value = text;
      changed.fire(text);
    },
    hide: () => hidden.fire(),
    show: () => {
      void ask(kind, input).then((answer) => {
        if (answer === undefined) hidden.fire();
        else if (answer === "back") triggered.fire(input.buttons[0]);
        else if (kind === "box") {
          input.type(answer as string);
          accepted.fire();
        } else {
          input.selectedItems = [pick(input, answer)];
          accepted.fire();
        }
      });
    },
  };
  return input;
}

function pick(list: { items: readonly Item[]; type(text: string): void }, answer: unknown): Item {
  if (typeof answer === "object" && answer !== null && "typed" in answer) list.type(String(answer.typed));
  const label = typeof answer === "string" ? answer : undefined;
  const index = typeof answer === "number" ? answer : 0;
  const item = label === undefined ? list.items[index] : list.items.find((each) => each.label === label);
  if (item === undefined) throw new Error(`No item ${String(answer)}.`);
  return item;
}

/** An output channel that shows nothing. */
export function fakeOutput(): object {
  const ignore = (): void => undefined;
  return Object.fromEntries(
    ["append", "appendLine", "debug", "info", "warn", "error", "show", "dispose"].map((name) => [
      name,
      ignore,
    ]),
  );
}
