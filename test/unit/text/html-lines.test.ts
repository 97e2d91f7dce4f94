import assert from "node:assert/strict";
import { pageLines } from "../../../src/core/text/html-lines";

describe("The first lines of a page", () => {
  const cases: readonly (readonly [what: string, response: unknown, lines: readonly string[]])[] = [
    [
      "are what a reader of the page sees",
      '<!doctype html><html><head><title>Sign in</title><style>p{color:red}</style></head><body><!-- x --><script>alert("1")</script><h1>Company <b>proxy</b></h1>\n\n<p>Blocked</p>',
      ["Sign in", "Company proxy", "Blocked"],
    ],
    [
      "are those of a plain text as well",
      "upstream connect error\r\nreset: overflow",
      ["upstream connect error", "reset: overflow"],
    ],
    ["leave an unfinished tag as it is", "a < b <unfinished", ["a < b <unfinished"]],
    ["leave out a script that never ends", "Hello<script>alert(1)", ["Hello"]],
    ["are the text itself where tags are all there is", "<a/><b/>", ["<a/><b/>"]],
    ["decode nothing", "&lt;b&gt;&#101;", ["&lt;b&gt;&#101;"]],
    ["join nothing that a tag parted", "se<b>cr</b>et", ["se cr et"]],
    ["are none of JSON", { status: "failure" }, []],
    ["are none of nothing", undefined, []],
    ["are none of an empty answer", " \n", []],
  ];
  for (const [what, response, lines] of cases) it(what, () => assert.deepEqual(pageLines(response), lines));

  it("are five, of 200 characters each", () => {
    const lines = pageLines(`${"x".repeat(1000)}\n`.repeat(100));
    assert.deepEqual([lines.length, lines[0]?.length], [5, 201]);
  });

  it("are read in linear time", () => {
    const started = performance.now();
    for (const hostile of ["<", "<a", "</script ", "<script", "<!--", "<!-- -"])
      pageLines(hostile.repeat(1_000_000 / hostile.length));
    pageLines(`<${"a".repeat(1_000_000)}`);
    assert.ok(performance.now() - started < 5000);
  });
});
