import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { askOn } from "../../../src/cli/prompt";

/** A stream that `readline` treats as a terminal: it reads keys from it, including Ctrl+C. */
function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  return { input, output };
}

describe("A question at a terminal", () => {
  const never = new AbortController().signal;

  it("returns the line that is typed", async () => {
    const { input, output } = terminal();
    const answer = askOn(input, output)("Submit it?", never);
    input.write("yes\r");
    assert.equal(await answer, "yes");
    assert.match(String(output.read()), /Submit it\? /);
  });

  for (const [what, key] of [
    ["Ctrl+C", "\u0003"],
    ["Ctrl+D", "\u0004"],
  ] as const)
    it(`returns no answer after ${what}`, async () => {
      const { input, output } = terminal();
      const answer = askOn(input, output)("Submit it?", never);
      input.write(key);
      assert.equal(await answer, undefined);
    });

  it("returns no answer when the input ends or the question is canceled", async () => {
    const ended = terminal();
    const answer = askOn(ended.input, ended.output)("Submit it?", never);
    ended.input.end();
    assert.equal(await answer, undefined);
    const { input, output } = terminal();
    const off = new AbortController();
    const other = askOn(input, output)("Submit it?", off.signal);
    off.abort();
    assert.equal(await other, undefined);
  });
});
