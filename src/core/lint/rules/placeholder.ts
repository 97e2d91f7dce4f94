import { templateValues } from "../../campaign/generated/template-values";
import { nameKey } from "../../text/name-key";
import { rule } from "../rule";

export const placeholder = rule({
  id: "placeholder",
  severity: "warning",
  reads: {
    each: [
      "name",
      "contactLists/*",
      "dncLists/name",
      "queue_name",
      "experienceFlowName",
      "dialingStrategy/callerId/phoneNumber",
    ],
  },
  summary: "A name is a real name, not a placeholder or an example value of a new campaign.",
  why: "The platform uses the text as it is and finds no list, queue or flow with this name. A do-not-call list that is not found protects nobody.",
  examples: {
    good: ["Spring reminder", "Bills < 100", "50% off, 20% back", "Win $100"],
    bad: [
      ...["{{campaignName}}", "Spring ${MONTH}", "<campaign name>", "%NAME%", "TODO", "#{name}"],
      ...(templateValues["name"] ?? []),
    ],
  },
  check(text, at) {
    const template = templateIn(text);
    if (template === undefined && !values().has(nameKey(text))) return undefined;
    const place = at();
    const [property] = place.path;
    if (template !== undefined) {
      // caller-id-placeholder reports these in a caller ID.
      if (property === "dialingStrategy") return undefined;
      return place.problem(
        `${JSON.stringify(text)} contains the placeholder ${template}, which the platform does not replace. Enter the real name.`,
      );
    }
    const isUntouched = (templateValues[String(property)] ?? []).some(
      (one) => nameKey(one) === nameKey(text),
    );
    if (!isUntouched) return undefined;
    return place.problem(
      property === "dialingStrategy"
        ? `${JSON.stringify(text)} is the example number of a new campaign and is reserved for fiction. Use a number that is verified in your account.`
        : `${JSON.stringify(text)} is an example value of a new campaign. Replace it with a name from your account.`,
    );
  },
});

/** `{{x}}`, `${X}`, `#{x}`, `<x>`, `<%= x %>`, `%X%`, `$NAME` (which import-curl keeps), and words such as TODO. */
const TEMPLATE =
  /\{\{[^{}]*(?:\}\})?|[$#]\{[^{}]*\}|<\p{L}[^<>]*>|<%[^<>]*%>|%[A-Za-z_][\w -]*%|\$[A-Z][A-Z0-9]*_[A-Z0-9_]*|\$[A-Z]{4,}|(?<![\p{L}\d])(?:TODO|FIXME|TBD)(?![\p{L}\d])|^(?:[Tt]odo|[Tt]bd|CHANGE_?ME|YOUR_\w+)$/u;

function templateIn(text: string): string | undefined {
  return TEMPLATE.exec(text)?.[0];
}

/** Whether a name is a placeholder or an example value of a new campaign. */
export function isPlaceholder(name: string): boolean {
  return templateIn(name) !== undefined || values().has(nameKey(name));
}

let keys: ReadonlySet<string> | undefined;

function values(): ReadonlySet<string> {
  return (keys ??= new Set(Object.values(templateValues).flat().map(nameKey)));
}
