import assert from "node:assert/strict";
import { MAX_READ, pageLines } from "../../../src/core/text/html-lines";
import { stepsOf } from "../steps";

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

  for (const hostile of ["<", "<a", "</script ", "<script", "<!--", "<!-- -", "<p>", "\r\n", " "])
    it(`are read in linear time from ${JSON.stringify(hostile)} over and over`, () => {
      const page = (size: number) => hostile.repeat(Math.ceil(size / hostile.length)).slice(0, size);
      const [once, four, far] = [MAX_READ / 4, MAX_READ + 1, 50 * MAX_READ]
        .map(page)
        .map((text) => stepsOf(() => pageLines(text)));
      assert.ok(once! > MAX_READ / 4 && four! < 5 * once!, `${once} steps become ${four}`);
      assert.ok(far! < four! + 100, `${four} steps become ${far} beyond the limit`);
    });
});
