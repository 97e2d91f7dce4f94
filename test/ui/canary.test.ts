import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CLIENT_SECRET, hostileWith, READY_TOKEN, tokenIn } from "../faults/echoes";
import { startBystander, startFaultServer, type Bystander, type Counted } from "../faults/server";
import { repositoryRoot } from "../host/cache.mjs";
import { untilDone } from "../host/deadline.mjs";
import { leaks, visibleIn, watched, writtenBy } from "./canary";
import { billing, inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle, focusHistoryView } from "./command-titles";
import { addConnection, clientAndSecret } from "./connect";

/** The kinds of responses of the server. */
const answerKinds = [
  ...["a success", "a rejection", "a refusal of the token", "keys and values of no known kind"],
  ...["a gateway's page", "a redirect"],
];
const credentials = ["a token", "a client"] as const;
const holding = "holding.campaign.json";

/** One file for each submission, as none may be sent twice. */
function fileOf(credential: string, answer: string): string {
  return `${credential}, ${answer}`.replace(/[^\w]+/g, "-") + ".campaign.json";
}

async function writeCampaigns(folder: string): Promise<void> {
  const text = await readFile(path.join(repositoryRoot, "examples", billing), "utf8");
  for (const credential of credentials)
    for (const answer of answerKinds) {
      const name = `"name": "With ${credential}, ${answer}"`.replace(
        "keys and values of no known kind",
        "keys",
      );
      await writeFile(path.join(folder, fileOf(credential, answer)), text.replace(/"name": ".*?"/, name));
    }
  const description = JSON.stringify(`Ask for ${CLIENT_SECRET}`);
  await writeFile(
    path.join(folder, holding),
    text.replace(/"description": ".*"/, () => `"description": ${description}`),
  );
}

describe("The editor never shows or stores a secret", function () {
  // Each test submits once for every kind of answer.
  this.timeout(900_000);
  let bystander: Bystander & Counted;
  let server: Counted;
  let content: string;
  let answers: ReturnType<typeof hostileWith>;
  let kind: string;

  beforeEach(async () => {
    for (const secret of [READY_TOKEN, CLIENT_SECRET]) watched(secret);
    bystander = await startBystander();
    server = await startFaultServer(
      { at: "request", does: (...heard) => answers[kind]?.does(...heard) },
      bystander,
    );
    content = await mkdtemp(path.join(tmpdir(), "canary-"));
    await writeCampaigns(content);
  });
  afterEach(async () => {
    await Promise.all([server.close(), bystander.close()]);
    await rm(content, { recursive: true });
  });

  interface Scene {
    readonly window: CampaignWindow;
    /** Keeps the text on the screen and in the clipboard. */
    readonly look: (what: string) => Promise<void>;
    readonly shown: Record<string, string>;
  }

  /** Runs a test in a window that uses the token, then searches everything that was shown and written. */
  const inScene = (use: (scene: Scene) => Promise<void>): Promise<void> =>
    inWindow(
      async (window) => {
        const shown: Record<string, string> = {};
        await addConnection(window, {
          ...{ name: "Loose", host: `http://127.0.0.1:${server.port}`, accountId: "acc-1", streamId: "st-1" },
          production: false,
          credential: { token: READY_TOKEN },
        });
        const look = async (what: string): Promise<void> => {
          for (const [where, text] of Object.entries(await visibleIn(window)))
            shown[`${where}, ${what}`] = text;
          shown[`the clipboard, ${what}`] = await window.page.evaluate<string>(
            "navigator.clipboard.readText()",
          );
        };
        await use({ window, look, shown });
        assert.deepEqual(leaks(shown), []);
        const written = await writtenBy(window.profileDir, window.folder);
        const holds = (words: string): boolean => Object.values(written).some((text) => text.includes(words));
        for (const place of ["notification submit.redirected", '"bodyHash"']) assert.ok(holds(place), place);
        assert.equal(bystander.connections(), 0);
      },
      { file: fileOf("a token", "a success") },
      [content],
    );

  const outcomesIn = async (window: CampaignWindow) =>
    (await window.shown()).filter(({ kind, id }) => kind === "notification" && id.startsWith("submit."));

  /** Submits once for every kind of answer. */
  const submitAll = async (credential: string, { window, look }: Scene): Promise<void> => {
    answers = hostileWith(credential === "a client" ? [CLIENT_SECRET] : []);
    for (const answer of answerKinds) {
      kind = answer;
      await window.openFile(fileOf(credential, answer));
      await window.runCommand(commandTitle("submit"));
      const before = (await outcomesIn(window)).length;
      await window.clickDialogButton("Submit");
      // Its id depends on how much the server puts into its headers.
      await untilDone(async () => {
        await window.page.waitForTimeout(50);
        assert.ok((await outcomesIn(window)).length > before, "No notification was shown.");
      }, 90_000);
      watched(tokenIn(server.text().slice(server.text().lastIndexOf("POST /"))));
      await window.runCommand("Output: Focus on Output View");
      await look(`${credential}, ${answer}`);
    }
  };

  it("in outcomes, account checks and the history", () =>
    inScene(async (scene) => {
      const { window, look, shown } = scene;
      // This file contains the secret on purpose.
      await rm(path.join(window.folder, holding));
      await submitAll("a token", scene);
      for (const answer of ["a success", "a rejection", "a gateway's page"] as const) {
        kind = answer;
        await window.openFile(fileOf("a token", "a success"));
        await window.runCommand(commandTitle("checkAccount"));
        await window.notified("account.checked");
        await look(`account, ${answer}`);
      }

      await window.runCommand(commandTitle("openResponse"));
      await window.quickInput(/response/i);
      await look("the choice");
      await window.acceptFirstItem(/response/i);
      await window.page.locator('.editor-instance .monaco-editor[data-uri*=".response."]').first().waitFor();
      await look("a response");
      await window.runCommand(focusHistoryView);
      await look("the view");
      for (const part of ["Campaign accepted", "Rejected (400)"])
        assert.ok(
          Object.values(shown).some((text) => text.includes(part)),
          part,
        );
    }));

  it("when it is a client secret that replaced a token", () =>
    inScene(async (scene) => {
      const { window, look, shown } = scene;
      await window.runCommand(commandTitle("updateCredentials"));
      await window.acceptFirstItem(/connection/i);
      await window.pickQuickItem(clientAndSecret, "(1/2)");
      await window.acceptQuickInput("cs-canary", "(2/3)");
      await window.quickInput("(3/3)");
      await window.acceptQuickInput(CLIENT_SECRET, "(3/3)");
      await window.notified("connection.renewed");
      await look("after new credentials");
      await submitAll("a client", scene);

      // The preview redacts a secret that the campaign itself contains.
      await window.openFile(holding);
      await window.runCommand(commandTitle("previewRequest"));
      await window.page.getByRole("tab", { name: /holding\.campaign\.json\.request/ }).waitFor();
      const beside = window.page.locator(".editor-group-container").nth(1).locator(".view-lines");
      await beside.filter({ hasText: /"Ask.for.<redacted>"/ }).waitFor();
      shown["the request"] = await beside.innerText();
      await window.runCommand("View: Close All Editors");
      await rm(path.join(window.folder, holding));
    }));
});
