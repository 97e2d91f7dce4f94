import assert from "node:assert/strict";
import {
  keepJournal,
  note,
  stackOf,
  unredacted,
  withoutSecrets,
  messageOf,
} from "../../../src/editor/ui/journal";

const failing = (): string => {
  throw new Error("the pattern contains secret-of-a-person");
};

describe("The log of the messages in a window", () => {
  const lines: string[] = [];
  const log = {
    info: (line: string) => void lines.push(line),
    error: (line: string) => void lines.push(line),
    show: () => undefined,
  };
  beforeEach(() => (lines.length = 0));

  it("logs the id and the text, without secrets", () => {
    const journal = keepJournal({ log, redact: (text) => text.replaceAll("secret", "<redacted>") });
    note("notification", "submit.accepted", "Accepted with secret");
    journal.dispose();
    note("notification", "submit.accepted", "after its end");
    assert.deepEqual(lines, ["notification submit.accepted: Accepted with <redacted>"]);
  });

  it("logs a fixed sentence if secrets cannot be removed", () => {
    const journal = keepJournal({ log, redact: failing });
    note("dialog", "submit.confirm", "secret-of-a-person");
    journal.dispose();
    assert.deepEqual(lines, [`dialog submit.confirm: ${unredacted}`]);
    assert.equal(withoutSecrets("secret-of-a-person", failing), unredacted);
  });

  it("describes any thrown value", () => {
    const wordless = { [Symbol.toPrimitive]: () => ({}) };
    assert.equal(messageOf(wordless), "unknown error");
    assert.equal(stackOf(wordless), "unknown error");
    assert.equal(messageOf(new Error("out of paper")), "out of paper");
    assert.match(stackOf(new Error("out of paper")), /out of paper\n\s+at /);
  });
});
