import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CLIENT_SECRET, hostileWith, READY_TOKEN, tokenIn } from "../faults/echoes";
import { startBystander, startFaultServer, type Bystander, type Counted } from "../faults/server";
import { repositoryRoot } from "../host/cache.mjs";
import { leaks, visibleIn, watched, writtenBy } from "./canary";
import { billing, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { addConnection, clientAndSecret } from "./connect";

/** What a server may do with what it was sent. */
const told = [
  ...["a success", "a rejection", "a refusal of the token", "keys and values of no known kind"],
  ...["a gateway's page", "a redirect"],
];
const outcome = /^(Campaign accepted|Rejected|Not authorized|Unknown|The server pointed elsewhere)/;
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

describe("A secret in the editor", () => {
  let window: CampaignWindow;
  let bystander: Bystander & Counted;
  let server: Counted;
  let content: string;
  let answers: ReturnType<typeof hostileWith>;
  let kind: string;
  const shown: Record<string, string> = {};

  before(async () => {
    for (const secret of [READY_TOKEN, CLIENT_SECRET]) watched(secret);
    bystander = await startBystander();
    server = await startFaultServer(
      { at: "request", does: (...heard) => answers[kind]?.does(...heard) },
      bystander,
    );
    content = await mkdtemp(path.join(tmpdir(), "canary-"));
    await writeCampaigns(content);
    window = await openCampaignWindow({}, [content]);
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await window.openFile(fileOf("a token", "a success"));
    await addConnection(window, {
      ...{ name: "Loose", host: `http://127.0.0.1:${server.port}`, accountId: "acc-1", streamId: "st-1" },
      production: false,
      credential: { token: READY_TOKEN },
    });
  });
  after(async () => {
    await window.close();
    await Promise.all([server.close(), bystander.close()]);
    await rm(content, { recursive: true });
  });

  /** What is on the screen at the end of a test, and whatever it shows there beside it. */
  const look = async (what: string): Promise<void> => {
    for (const [where, text] of Object.entries(await visibleIn(window))) shown[`${where}, ${what}`] = text;
    shown[`the clipboard, ${what}`] = await window.page.evaluate<string>("navigator.clipboard.readText()");
  };
  const submitted = async (file: string): Promise<void> => {
    await window.clearNotifications();
    await window.openFile(file);
    await window.runCommand("Campaign: Submit Campaign…");
    const duplicate = "Create Duplicate";
    const isDuplicate = (await window.dialogButtons()).includes(duplicate);
    await window.clickDialogButton(isDuplicate ? duplicate : "Submit");
  };

  for (const credential of credentials) {
    if (credential === "a client")
      it("is put in the place of another", async () => {
        await window.runCommand("Campaign: Update Credentials…");
        await window.quickInput("Which connection gets new credentials?");
        await window.page.keyboard.press("Enter");
        await window.pickQuickItem(clientAndSecret, "New Credentials for Loose");
        await window.acceptQuickInput("cs-canary", "(2/3)");
        await window.quickInput("(3/3)");
        await window.acceptQuickInput(CLIENT_SECRET, "(3/3)");
        await window.notification("“Loose” has new credentials.");
        await look("after new credentials");
      });

    for (const answer of told)
      it(`is told to nobody when a server that got ${credential} puts it into ${answer}`, async () => {
        answers = hostileWith(credential === "a client" ? [CLIENT_SECRET] : []);
        kind = answer;
        await submitted(fileOf(credential, answer));
        await window.notification(outcome);
        watched(tokenIn(server.text().slice(server.text().lastIndexOf("POST /"))));
        await window.runCommand("Output: Focus on Output View");
        await look(`${credential}, ${answer}`);
      });
  }

  it("is told to nobody by what reads in the account", async () => {
    for (const answer of ["a success", "a rejection", "a gateway's page"] as const) {
      kind = answer;
      await window.clearNotifications();
      await window.openFile(fileOf("a token", "a success"));
      await window.runCommand("Campaign: Check Against Account");
      await window.notification(/not|remark/i);
      await look(`account, ${answer}`);
    }
  });

  it("is told to nobody by the history", async () => {
    await window.runCommand("Campaign: Show Response of a Submission");
    await window.quickInput("Whose response");
    await look("the choice");
    await window.page.keyboard.press("Enter");
    await window.page.getByRole("tab", { name: /\.response\./ }).waitFor();
    await look("a response");
    await window.runCommand("Explorer: Focus on Campaign Submissions View");
    await look("the view");
  });

  it("that somebody wrote into a campaign is shown in no request", async () => {
    await window.openFile(holding);
    await window.runCommand("Campaign: Preview Request");
    await window.page.getByRole("tab", { name: /holding\.campaign\.json\.request/ }).waitFor();
    const beside = window.page.locator(".editor-group-container").nth(1).locator(".view-lines");
    await beside.filter({ hasText: /"Ask.for.<redacted>"/ }).waitFor();
    shown["the request"] = await beside.innerText();
    await window.runCommand("View: Close All Editors");
    await rm(path.join(window.folder, holding));
  });

  it("is found by none who looks through all that was shown and written", async () => {
    assert.deepEqual(leaks(shown), []);
    assert.ok(Object.values(shown).some((text) => text.includes("Campaign accepted")));
    const written = await writtenBy(window.profileDir, window.folder);
    const holds = (words: string): boolean => Object.values(written).some((text) => text.includes(words));
    for (const place of ["Rejected (400)", '"bodyHash"']) assert.ok(holds(place), place);
    assert.equal(bystander.connections(), 0);
  });
});
