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
  summary: "A name is filled in: it is neither a template nor a value of the template for new campaigns.",
  why: "The platform takes the text as it is. No list, queue or flow has such a name, and a do-not-call list that is not found protects nobody.",
  examples: {
    good: ["Spring reminder", "Bills < 100", "50% off, 20% back", "Win $100"],
    bad: [
      ...["{{campaignName}}", "Spring ${MONTH}", "<campaign name>", "%NAME%", "TODO"],
      ...(templateValues["name"] ?? []),
    ],
  },
  check(text, at) {
    const template = templateIn(text);
    if (template === undefined && !values().has(nameKey(text))) return undefined;
    const place = at();
    const [property] = place.path;
    if (template !== undefined) {
      // A caller ID has a rule of its own for these.
      if (property === "dialingStrategy") return undefined;
      return place.problem(
        `${JSON.stringify(text)} contains the placeholder ${template}, which the platform takes as it is. Replace it with the real name.`,
      );
    }
    const isUntouched = (templateValues[String(property)] ?? []).some(
      (one) => nameKey(one) === nameKey(text),
    );
    if (!isUntouched) return undefined;
    return place.problem(
      property === "dialingStrategy"
        ? `${JSON.stringify(text)} is the example of the template, a number reserved for fiction. Use a number that is verified in your account.`
        : `${JSON.stringify(text)} is the example of the template for new campaigns. Replace it with a name of your own account.`,
    );
  },
});

/** `{{x}}`, `${X}`, `<x>`, `%X%`, `$NAME` as import-curl leaves it, and a word for what is still to do. */
const TEMPLATE =
  /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<\p{L}[^<>]*>|%[A-Za-z_][\w -]*%|\$[A-Z][A-Z0-9]*_[A-Z0-9_]*|\$[A-Z]{4,}|(?<![\p{L}\d])(?:TODO|FIXME|TBD)(?![\p{L}\d])/u;

function templateIn(text: string): string | undefined {
  return TEMPLATE.exec(text)?.[0];
}

let keys: ReadonlySet<string> | undefined;

function values(): ReadonlySet<string> {
  return (keys ??= new Set(Object.values(templateValues).flat().map(nameKey)));
}
