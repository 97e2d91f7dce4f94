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
import { addConnection, clientAndSecret } from "./connect";

/** What a server may do with what it was sent. */
const told = [
  ...["a success", "a rejection", "a refusal of the token", "keys and values of no known kind"],
  ...["a gateway's page", "a redirect"],
];
const credentials = ["a token", "a client"] as const;
const holding = "holding.campaign.json";

/** One for each submission: what may have been created is not sent a second time. */
function fileOf(credential: string, answer: string): string {
  return `${credential}, ${answer}`.replace(/[^\w]+/g, "-") + ".campaign.json";
}

async function writeCampaigns(folder: string): Promise<void> {
  const text = await readFile(path.join(repositoryRoot, "examples", billing), "utf8");
  for (const credential of credentials)
    for (const answer of told) {
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

describe("A secret in the editor is told to nobody", function () {
  // Each goes through all that a server may do.
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
    /** Keeps what is on the screen, and what the clipboard holds. */
    readonly look: (what: string) => Promise<void>;
    readonly shown: Record<string, string>;
  }

  /** A window that uses the token; at its end, all that was shown and written is looked through. */
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

  /** Submits once for each thing that a server may do with what it was sent. */
  const submitAll = async (credential: string, { window, look }: Scene): Promise<void> => {
    answers = hostileWith(credential === "a client" ? [CLIENT_SECRET] : []);
    for (const answer of told) {
      kind = answer;
      await window.openFile(fileOf(credential, answer));
      await window.runCommand("Campaign: Submit Campaign…");
      const before = (await outcomesIn(window)).length;
      await window.clickDialogButton("Submit");
      // Which one depends on how much the server puts into its headers.
      await untilDone(async () => {
        await window.page.waitForTimeout(50);
        assert.ok((await outcomesIn(window)).length > before, "Nothing was told of it.");
      }, 90_000);
      watched(tokenIn(server.text().slice(server.text().lastIndexOf("POST /"))));
      await window.runCommand("Output: Focus on Output View");
      await look(`${credential}, ${answer}`);
    }
  };

  it("by what comes of submitting, of reading in the account, and of the history", () =>
    inScene(async (scene) => {
      const { window, look, shown } = scene;
      // What somebody wrote by hand is no secret that the window has left behind.
      await rm(path.join(window.folder, holding));
      await submitAll("a token", scene);
      for (const answer of ["a success", "a rejection", "a gateway's page"] as const) {
        kind = answer;
        await window.openFile(fileOf("a token", "a success"));
        await window.runCommand("Campaign: Check Against Account");
        await window.told("account.checked");
        await look(`account, ${answer}`);
      }

      await window.runCommand("Campaign: Show Response");
      await window.quickInput("Select a submission to open");
      await look("the choice");
      await window.acceptFirstItem("Select a submission to open");
      await window.page.getByRole("tab", { name: /\.response\./ }).waitFor();
      await look("a response");
      await window.runCommand("Explorer: Focus on Campaign Submissions View");
      await look("the view");
      for (const part of ["Campaign accepted", "Rejected (400)"])
        assert.ok(
          Object.values(shown).some((text) => text.includes(part)),
          part,
        );
    }));

  it("when it is a client's, which was put in the place of a token", () =>
    inScene(async (scene) => {
      const { window, look, shown } = scene;
      await window.runCommand("Campaign: Update Credentials…");
      await window.acceptFirstItem("Select the connection to update");
      await window.pickQuickItem(clientAndSecret, "New Credentials for Loose");
      await window.acceptQuickInput("cs-canary", "(2/3)");
      await window.quickInput("(3/3)");
      await window.acceptQuickInput(CLIENT_SECRET, "(3/3)");
      await window.told("connection.renewed");
      await look("after new credentials");
      await submitAll("a client", scene);

      // What somebody wrote into a campaign is shown in no request.
      await window.openFile(holding);
      await window.runCommand("Campaign: Preview Request");
      await window.page.getByRole("tab", { name: /holding\.campaign\.json\.request/ }).waitFor();
      const beside = window.page.locator(".editor-group-container").nth(1).locator(".view-lines");
      await beside.filter({ hasText: /"Ask.for.<redacted>"/ }).waitFor();
      shown["the request"] = await beside.innerText();
      await window.runCommand("View: Close All Editors");
      await rm(path.join(window.folder, holding));
    }));
});
