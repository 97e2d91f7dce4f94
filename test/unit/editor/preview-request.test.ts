import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { requestForReading, requestText } from "../../../src/core/wording/request-text";
import { parseDocument } from "../../../src/core/campaign/document";
import { registerPreviewRequest } from "../../../src/editor/campaign/preview-request";
import type { LoadSubmission } from "../../../src/editor/submission/submission-module";
import { acme, connectionsOf, SecretStorage } from "./secret-storage";
import { log, openWorkspace, springWith } from "./workspace";

describe("The preview of a request", () => {
  it("is formatted and highlighted, equals the exact text, and links to it", async () => {
    newWindow().addFolder("file:///work");
    const checking = await openWorkspace();
    const connections = connectionsOf(new SecretStorage(acme));
    const submission = { toRequestBody, requestText, requestForReading };
    const loadSubmitting = (() => Promise.resolve(submission)) as unknown as LoadSubmission;
    const registered = registerPreviewRequest({ checking, connections, loadSubmitting, log });
    const campaign = await fake.open("file:///work/a.campaign.json", springWith());
    await fake.run("campaignJson.previewRequest", campaign.uri);
    const shown = fake.activeEditor!.document;
    assert.equal(shown.languageId, "jsonc");
    const body = toRequestBody(parseDocument(springWith()).value);
    assert.equal(toRequestBody(parseDocument(shown.getText()).value), body);
    assert.ok(
      Math.max(
        ...shown
          .getText()
          .split("\n")
          .map(({ length }) => length),
      ) < 150,
    );
    const [lens] = lensesOf(shown.real);
    const [exact] = lens!.command!.arguments as [vscode.Uri];
    const text = String(
      await fake.providedText.get("campaign-request")!.provideTextDocumentContent(URI.from(exact)),
    );
    assert.ok(text.endsWith(`\n\n${body}\n`));
    assert.match(text, /^POST https:/);
    assert.doesNotMatch(text + shown.getText(), /the secret of the app/);
    for (const each of [registered, connections, checking]) each.dispose();
  });
});

function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  return fake.providers.flatMap(({ selector, provider }) => {
    const isFor = (selector as { readonly scheme?: string }).scheme === document.uri.scheme;
    return isFor
      ? (provider as { provideCodeLenses(of: unknown): vscode.CodeLens[] }).provideCodeLenses(document)
      : [];
  });
}
