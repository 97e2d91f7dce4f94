import { visibleLine } from "../../core/text/visible";
import { refuse, type Parsed } from "../../core/text/parsed";
import { accountIdHint, checkId, streamIdHint } from "./ids";
import { askChoice, textStep, type Step } from "../ui/multi-step-input";

/** What can be asked again after a connection was added: everything but the host and its credentials. */
export interface Details {
  readonly name: string;
  readonly accountId: string;
  readonly streamId: string;
  readonly production: boolean;
}

const maxNameLength = 60;

export function nameStep<T extends Details>(title: string, takenNames: readonly string[]): Step<T> {
  return textStep<T, "name">("name", title, {
    prompt: "Enter a name that you will recognize when you submit",
    placeholder: "For example: Acme Telecom, US",
    check: (text) => checkName(text, takenNames),
  });
}

export function accountStep<T extends Details>(title: string): Step<T> {
  return textStep<T, "accountId">("accountId", title, {
    prompt: "Enter the account ID",
    check: (text) => checkId(text, "account ID"),
    hint: accountIdHint,
  });
}

export function streamStep<T extends Details>(title: string): Step<T> {
  return textStep<T, "streamId">("streamId", title, {
    prompt: "Enter the stream ID (also called bot ID). It usually starts with st-",
    placeholder: "st-",
    check: (text) => checkId(text, "stream ID"),
    hint: streamIdHint,
  });
}

export function environmentStep<T extends Details>(title: string): Step<T> {
  return async (draft, position) => {
    const answer = await askChoice<boolean>({
      ...position,
      title,
      value: draft.production,
      placeholder: "Does this connection call real people?",
      items: [
        {
          label: "Yes, it calls real people",
          detail: "You type the campaign’s name to confirm each submission. Choose this if you aren’t sure.",
          value: true,
        },
        {
          label: "No, it is a test account",
          detail: "Its contact lists contain only test numbers.",
          value: false,
        },
      ],
    });
    return typeof answer === "string" ? answer : { ...draft, production: answer.value };
  };
}

function checkName(text: string, taken: readonly string[]): Parsed<string> {
  const name = text.trim();
  if (name === "") return refuse("Enter a name.");
  if (name.length > maxNameLength)
    return refuse(`The name is longer than ${maxNameLength} characters. Enter a shorter one.`);
  if (visibleLine(name) !== name) return refuse("The name contains an invisible character. Remove it.");
  const key = name.toLowerCase();
  if (taken.some((each) => each.toLowerCase() === key))
    return refuse("A connection with this name already exists.");
  return { valid: true, value: name };
}
