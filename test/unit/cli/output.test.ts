import assert from "node:assert/strict";
import { createOutput } from "../../../src/cli/output/output";

/** A stream that records what is written, and fails on request. */
function fakeStream(isTTY = false) {
  const listeners: ((error: Error) => void)[] = [];
  const stream = {
    isTTY,
    written: "",
    write: (text: string) => void (stream.written += text),
    on: (_event: "error", listener: (error: Error) => void) => void listeners.push(listener),
    fail: (code: string) => {
      for (const listener of listeners) listener(Object.assign(new Error(`write ${code}`), { code }));
    },
  };
  return stream;
}

function open(isTTY = false) {
  const [stdout, stderr] = [fakeStream(isTTY), fakeStream(isTTY)];
  const codes: number[] = [];
  const output = createOutput({ stdout, stderr, env: {}, exitWith: (code) => codes.push(code) });
  return { stdout, stderr, output, exitCode: () => codes.at(-1) };
}

const evil = "a\u001b[31m\u0007\u009b\u202e\u200b\u2028\rb\tc";

describe("The output of the CLI", () => {
  it("contains only visible characters and line breaks, whichever function writes it", () => {
    const { stdout, stderr, output } = open();
    output.out(`${evil}\nlast\n`);
    output.print([evil, { style: "red", text: evil }]);
    output.err(evil);
    for (const { written } of [stdout, stderr])
      assert.doesNotMatch(written.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\p{Zl}]/u);
    assert.match(
      stdout.written,
      /^a<U\+001B>\[31m<U\+0007><U\+009B><U\+202E><U\+200B><U\+2028>\nb {2}c\nlast\n/,
    );
  });

  it("adds colors and cursor movements after it escapes the text", () => {
    const { stdout, stderr, output } = open(true);
    output.print([{ style: "red", text: "x\u001b[2J" }]);
    output.status("y\u001b[2J");
    output.status("");
    assert.equal(stdout.written, "\u001b[31mx<U+001B>[2J\u001b[39m");
    assert.equal(stderr.written, "\r\u001b[Ky<U+001B>[2J\r\u001b[K");
  });

  for (const [code, words] of [
    ["ENOSPC", "there is no space left on the device"],
    ["EIO", "the device reported an error (EIO)"],
    ["EBADF", "EBADF"],
  ] as const)
    it(`reports ${code} once, at any time, and then uses the exit code for it`, () => {
      const line = `error: The output could not be written: ${words}.\n`;
      const before = open();
      before.stdout.fail(code);
      before.stdout.fail(code);
      before.output.out("more");
      before.output.setExitCode(0, 2);
      assert.deepEqual([before.stderr.written, before.stdout.written, before.exitCode()], [line, "", 2]);
      const after = open();
      after.output.setExitCode(0, 2);
      after.stdout.fail(code);
      assert.deepEqual([after.stderr.written, after.exitCode()], [line, 2]);
      const submitted = open();
      submitted.output.setExitCode(3);
      submitted.stdout.fail(code);
      assert.equal(submitted.exitCode(), 3);
    });

  for (const code of ["EPIPE", "EOF"])
    it(`is silent if the reader has closed the pipe: ${code}`, () => {
      const { stdout, stderr, output, exitCode } = open();
      output.setExitCode(1, 2);
      stdout.fail(code);
      assert.deepEqual([stderr.written, exitCode()], ["", 1]);
    });

  it("does not crash if standard error fails or a stream throws", () => {
    const { stdout, stderr, output, exitCode } = open();
    stderr.fail("ENOSPC");
    output.err("x");
    stdout.write = () => {
      throw Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
    };
    output.out("x");
    output.setExitCode(0, 2);
    assert.deepEqual([stderr.written, exitCode()], ["", 2]);
  });
});
