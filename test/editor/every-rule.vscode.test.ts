import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Severity } from "../../src/core/campaign/problem";
import type { Rule } from "../../src/core/lint/rule";
import { rules } from "../../src/core/lint/rules";
import { faultless, placed } from "../unit/lint/placed";
import { closeAll, codeOf, openFile, writeFile } from "./campaigns";
import { until } from "./until";

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The first invalid example of each rule, each in its own folder. */
describe("Every rule, in a file that breaks it,", () => {
  afterEach(closeAll);

  for (const rule of rules) {
    it(`shows one ${rule.id}${rule.fix === undefined ? "" : ", and its fix resolves it"}`, async () => {
      const severity = rule.severity === "off" ? "hint" : rule.severity;
      await writeFile(`${rule.id}/.campaignlint.json`, configFor(rule, severity));
      for (const other of othersOf(rule)) await writeFile(`${rule.id}/other.campaign.json`, other);
      const { document } = await openFile(
        `${rule.id}/broken.campaign.json`,
        placed(rule, rule.examples.bad[0]),
      );
      const [diagnostic, ...more] = await until(
        vscode.languages.onDidChangeDiagnostics,
        () => found(document, rule),
        () => `Shown are ${String(vscode.languages.getDiagnostics(document.uri).map(codeOf))}.`,
      );
      if (!manyInOneExample.has(rule.id)) assert.deepEqual(more, []);
      assert.equal(diagnostic?.severity, severities[severity]);
      assert.equal(diagnostic.source, "campaign");
      if (rule.fix !== undefined) await fixUntilGone(document, rule);
    });
  }
});

/** One example contains three response properties, each a separate problem. */
const manyInOneExample = new Set(["response-only-property"]);

function configFor({ id, examples }: Rule, severity: Severity): string {
  return JSON.stringify({ rules: { [id]: severity }, profiles: examples.profiles ?? [] });
}

/** The related campaigns of an example, as files. */
function othersOf({ examples }: Rule): string[] {
  return (examples.others ?? []).map(({ name, contactLists, week, timezone }) => {
    const campaign = faultless() as { dialingStrategy: { callingHours: object } };
    const days = [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }];
    const callingHours = { ...campaign.dialingStrategy.callingHours, timezone: timezone ?? "UTC" };
    return JSON.stringify({
      ...campaign,
      name,
      contactLists: contactLists.length > 0 ? contactLists : ["Nobody else's list"],
      dialingStrategy: {
        ...campaign.dialingStrategy,
        callingHours: week === undefined ? callingHours : { ...callingHours, days },
      },
    });
  });
}

function found(document: vscode.TextDocument, { id }: Rule): vscode.Diagnostic[] | undefined {
  const shown = vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => codeOf(diagnostic) === id);
  return shown.length > 0 ? shown : undefined;
}

/** Applies the preferred fix, else the first one, for each problem. */
async function fixUntilGone(document: vscode.TextDocument, rule: Rule): Promise<void> {
  for (let shown = found(document, rule); shown !== undefined; shown = found(document, rule)) {
    const before = shown.length;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      shown[0]!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const action = actions.find(({ isPreferred }) => isPreferred === true) ?? actions[0];
    assert.ok(action?.edit, `${rule.id} offers no fix.`);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.ok(await document.save());
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => ((found(document, rule)?.length ?? 0) < before ? true : undefined),
      () => `${action.title} leaves ${rule.id}.`,
    );
  }
}
