import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("The practice server", () => {
  const start = () => vscode.commands.executeCommand<string>("campaignJson.startPracticeServer");
  const stop = () => vscode.commands.executeCommand("campaignJson.stopPracticeServer");
  const create = (origin: string): Promise<Response> =>
    fetch(`${origin}/campaign/api/v2/public/st-1/campaign?accountId=a&campaignType=voice`, {
      method: "POST",
    });
  afterEach(stop);

  it("is started only once, and responds like the platform", async () => {
    const [origin, again] = await Promise.all([start(), start()]);
    assert.equal(again, origin);
    assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await create(origin);
    assert.equal(answer.status, 401);
    assert.deepEqual(await answer.json(), { errors: [{ msg: "Invalid SDK credentials", code: 4002 }] });
  });

  it("does not respond after it is stopped, and can be started again", async () => {
    const origin = await start();
    await stop();
    await assert.rejects(create(origin));
    assert.equal((await create(await start())).status, 401);
  });

  it("can be stopped when it is not running", async () => {
    await stop();
    await stop();
  });
});
