import assert from "node:assert/strict";
import { parseViewMessage } from "../../../src/editor/hours/messages";
import { hoursPage } from "../../../src/editor/hours/page";

describe("A message of the panel", () => {
  const move = { kind: "move", window: 0, edge: "start", minutes: 540, shown: 0, version: 3, sequence: 1 };

  it("is parsed", () => {
    const messages = [
      { kind: "ready" },
      { kind: "reveal", window: 2 },
      move,
      { kind: "zone", zone: "Asia/Kolkata" },
      { kind: "zone", zone: "" },
      { kind: "firstCallOn", day: "TU" },
    ];
    for (const message of messages) assert.deepEqual(parseViewMessage(message), message);
  });

  it("keeps no other properties", () => {
    assert.deepEqual(parseViewMessage({ ...move, uri: "file:///etc/passwd" }), move);
  });

  const wrong: readonly unknown[] = [
    undefined,
    null,
    "ready",
    [],
    {},
    { kind: "constructor" },
    { kind: "reveal" },
    { kind: "reveal", window: "2" },
    { kind: "reveal", window: -1 },
    { ...move, edge: "middle" },
    { ...move, minutes: 1441 },
    { ...move, minutes: 540.5 },
    { ...move, minutes: NaN },
    { ...move, window: undefined },
    { ...move, version: "3" },
    { ...move, shown: undefined },
    { ...move, sequence: Infinity },
    { kind: "zone", zone: 5 },
    { kind: "zone", zone: "x".repeat(101) },
    { kind: "firstCallOn", day: "XX" },
  ];
  for (const message of wrong)
    it(`is rejected: ${JSON.stringify(message)}`.slice(0, 100), () => {
      assert.equal(parseViewMessage(message), undefined);
    });
});

describe("The HTML of the panel", () => {
  const page = hoursPage({ nonce: "abc123", script: "https://x/hours-view.js?a&b", zones: ["Asia/Kolkata"] });

  it("allows only its own script and style", () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1];
    assert.equal(policy, "default-src 'none'; script-src 'nonce-abc123'; style-src 'nonce-abc123'");
  });

  it("has one script and one style, both with its nonce, and no inline handler or style", () => {
    assert.deepEqual(page.match(/<script[^>]*>/g), [
      '<script nonce="abc123" src="https://x/hours-view.js?a&amp;b">',
    ]);
    assert.deepEqual(page.match(/<style[^>]*>/g), ['<style nonce="abc123">']);
    assert.doesNotMatch(page, /\son\w+=|\sstyle=|url\(|@import/);
  });

  it("labels its controls", () => {
    assert.match(page, /<label>Second time zone <select id="zone"><option value="">None<\/option>/);
    assert.match(page, /<label>First call on <select id="first-call"><option value="MO">Monday<\/option>/);
  });
});
