import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { applyEdits } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { reasonPlaceholder } from "../../../src/core/lint/exemptions/comments";
import { insertExemption } from "../../../src/core/lint/exemptions/insert";
import { faultless } from "./placed";

function campaign(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...faultless(), ...changes }, null, 2);
}

function strategy(changes: Readonly<Record<string, unknown>>): string {
  return campaign({ dialingStrategy: { ...(faultless()["dialingStrategy"] as object), ...changes } });
}

const ringing = (seconds: unknown): string => strategy({ maxRingTime: seconds });

/** The text with a line above the one that contains `key`. */
function above(text: string, key: string, comment: string): string {
  return text.replace(new RegExp(`^ *"${key}"`, "m"), (line) => `${comment}\n${line}`);
}

const codes = (text: string, options?: CheckOptions): string[] =>
  checkCampaign(text, options).problems.map(({ code }) => code);

const messages = (text: string, options?: CheckOptions): string[] =>
  checkCampaign(text, options)
    .problems.filter(({ code }) => code === "config/exemption")
    .map(({ message }) => message);

const nextLine = "// campaignlint-disable-next-line";

describe("an exemption of a line", () => {
  it("keeps the problems of a rule that stopped early, because others may be uncovered", () => {
    const many = Array.from({ length: 120 }, () => '"name": "x"').join(", ");
    const text = `{\n${nextLine} duplicate-key -- generated\n${many},\n"name": "y"\n}`;
    const { problems, exempted } = checkCampaign(text);
    assert.deepEqual(exempted, []);
    assert.ok(problems.some(({ code }) => code === "duplicate-key"));
  });

  it("removes the problem of the next line and keeps it with the reason", () => {
    const text = above(ringing(5), "maxRingTime", `${nextLine} ring-time-short -- a test  queue`);
    const { problems, exempted, campaign } = checkCampaign(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      exempted.map(({ code, reason, severity }) => [code, reason, severity]),
      [["ring-time-short", "a test queue", "info"]],
    );
    assert.ok(campaign !== undefined);
  });

  it("applies to that line and rule only", () => {
    const elsewhere = above(ringing(5), "maxAttemptsPerRecord", `${nextLine} ring-time-short -- why not`);
    assert.ok(codes(elsewhere).includes("ring-time-short"));
    const other = above(ringing(5), "maxRingTime", `${nextLine} ring-time-long -- why not`);
    assert.deepEqual(codes(other), ["config/exemption", "ring-time-short"]);
  });

  it("names several rules by commas", () => {
    const text = `{ "name": " x", "contactLists": ["A", "A"] }`;
    assert.ok(codes(text).includes("untrimmed-name") && codes(text).includes("contact-list-repeated"));
    const exempt = `${nextLine} untrimmed-name , contact-list-repeated -- imported\n${text}`;
    const left = codes(exempt);
    assert.ok(!left.includes("untrimmed-name") && !left.includes("contact-list-repeated"), left.join());
    assert.ok(!left.includes("config/exemption"));
  });

  it("counts in a block comment, over several lines, and above further comments", () => {
    for (const comment of [
      "/* campaignlint-disable-next-line ring-time-short -- agreed */",
      "/**\n * campaignlint-disable-next-line ring-time-short\n -- agreed\n */",
      `${nextLine} ring-time-short -- agreed\n// Agents asked for it.`,
      `${nextLine} ring-time-short -- agreed\n${nextLine} ring-time-long, nope -- agreed`,
    ]) {
      const text = above(ringing(5), "maxRingTime", comment);
      assert.ok(!codes(text).includes("ring-time-short"), comment);
      for (const eol of ["\r\n", "\r"])
        assert.ok(!codes(text.replaceAll("\n", eol)).includes("ring-time-short"), JSON.stringify(eol));
    }
  });

  it("is not read from a text in quotes", () => {
    const text = campaign({ description: `${nextLine} ring-time-short` });
    assert.deepEqual(codes(text), []);
  });

  it("never hides a syntax or schema problem", () => {
    const text = above(ringing("5"), "maxRingTime", `${nextLine} schema/type -- agreed`);
    assert.deepEqual(codes(text), ["config/exemption", "schema/type"]);
    assert.match(messages(text)[0] ?? "", /^"schema\/type" cannot be exempted/);
    const broken = `${nextLine} syntax/value-expected -- agreed\n{ "name": }`;
    assert.ok(codes(broken).some((code) => code.startsWith("syntax/")));
    assert.match(messages(broken)[0] ?? "", /cannot be exempted/);
  });

  it("keeps the missing property that an exempted problem explains", () => {
    const text = campaign({ queueName: "x", queue_name: undefined });
    const exempt = above(text, "queueName", `${nextLine} unknown-property -- agreed`);
    assert.deepEqual(codes(exempt), ["schema/required"]);
  });

  it("keeps a failed rule as an error", () => {
    const rule = { id: "ring-time-short" };
    const text = above(ringing(5), "maxRingTime", `${nextLine} ${rule.id}, internal/rule-failed -- agreed`);
    assert.match(messages(text).join(), /"internal\/rule-failed" cannot be exempted/);
  });
});

describe("an exemption of a file", () => {
  it("removes all problems of a rule, before the first brace", () => {
    const text = campaign({ contactLists: [" A", " B"] });
    assert.equal(codes(text).length, 2);
    const { problems, exempted } = checkCampaign(
      `/* campaignlint-disable untrimmed-name -- imported */\n${text}`,
    );
    assert.deepEqual([problems.length, exempted.length], [0, 2]);
  });

  it("has no effect after the first brace, and is reported there", () => {
    const text = above(ringing(5), "maxRingTime", "// campaignlint-disable ring-time-short -- agreed");
    assert.deepEqual(codes(text), ["config/exemption", "ring-time-short"]);
    assert.match(messages(text)[0] ?? "", /must be before the first brace/);
  });
});

describe("config/exemption", () => {
  it("warns of a missing reason and of the placeholder, which exempt nothing", () => {
    for (const end of ["", " --", " -- ", ` -- ${reasonPlaceholder}`, " -- ---"]) {
      const text = above(ringing(5), "maxRingTime", `${nextLine} ring-time-short${end}`);
      const { problems } = checkCampaign(text);
      assert.deepEqual(
        problems.map(({ code, severity }) => [code, severity]),
        [
          ["config/exemption", "warning"],
          ["ring-time-short", "info"],
        ],
        end,
      );
    }
  });

  it("warns of an unknown rule, and offers the one that was meant", () => {
    const text = above(ringing(5), "maxRingTime", `${nextLine} ring-time-shrt -- agreed`);
    const [problem] = checkCampaign(text).problems;
    assert.match(problem?.message ?? "", /Did you mean "ring-time-short"\?/);
    assert.deepEqual(codes(applyEdits(text, problem?.fixes[0]?.edits ?? [])), []);
  });

  it("warns where no rule is named", () => {
    assert.match(messages(above(ringing(30), "name", nextLine))[0] ?? "", /names no rule/);
  });

  it("warns of an exemption of nothing, and removes it with its line", () => {
    for (const comment of [
      `${nextLine} ring-time-short -- agreed`,
      "/* campaignlint-disable-next-line ring-time-short -- agreed */  ",
    ]) {
      const text = above(ringing(30), "maxRingTime", comment);
      const [problem] = checkCampaign(text).problems;
      assert.equal(problem?.code, "config/exemption");
      assert.equal(applyEdits(text, problem.fixes[0]?.edits ?? []), ringing(30));
      assert.equal(problem.fixes[0]?.safe, false);
    }
    assert.deepEqual(codes(`// campaignlint-disable ring-time-short -- agreed\n${ringing(30)}`), [
      "config/exemption",
    ]);
  });

  it("removes one of several IDs with its comma", () => {
    const text = (ids: string) => above(ringing(5), "maxRingTime", `${nextLine} ${ids} -- agreed`);
    for (const ids of ["ring-time-long, ring-time-short", "ring-time-short, ring-time-long"]) {
      const [problem] = checkCampaign(text(ids)).problems;
      assert.equal(applyEdits(text(ids), problem?.fixes[0]?.edits ?? []), text("ring-time-short"));
    }
  });

  it("does not warn where the rule did not run", () => {
    const exempt = (text: string, options?: CheckOptions) =>
      messages(above(text, "maxRingTime", `${nextLine} ring-time-short -- agreed`), options);
    assert.equal(exempt(ringing(30)).length, 1);
    assert.deepEqual(exempt(ringing(30), { severities: { "ring-time-short": "off" } }), []);
    assert.deepEqual(exempt(ringing(30), { depth: "schema" }), []);
    assert.deepEqual(exempt(ringing("30")), []);
    assert.deepEqual(messages(`${nextLine} legal-hours -- agreed\n${ringing(30)}`), []);
    const file = `// campaignlint-disable ring-time-short -- agreed\n${ringing("30")}`;
    assert.deepEqual(messages(file), []);
  });

  it("warns on a valid part although another part of the same kind is invalid", () => {
    const days = [
      { day: "MO", start: "9:00 AM", end: "6:00 PM" },
      { day: "TU", start: "9:00 AM" },
    ];
    const text = strategy({ callingHours: { frequency: "WEEKLY", timezone: "Asia/Kolkata", days } });
    const exempt = (key: string) =>
      messages(
        text.replace(`"day": "${key}"`, `"x": 1,\n${nextLine} window-inverted -- agreed\n"day": "${key}"`),
      );
    assert.equal(exempt("MO").length, 1);
    assert.deepEqual(exempt("TU"), []);
  });

  it("warns where a rule ran and reads nothing of the line", () => {
    assert.equal(messages(above(ringing(30), "name", `${nextLine} ring-time-short -- agreed`)).length, 1);
  });
});

describe("an exemption that is inserted", () => {
  const insert = (text: string) => {
    const document = parseDocument(text);
    const [problem] = checkCampaign(document).problems.filter(({ code }) => code === "ring-time-short");
    assert.ok(problem);
    const { edit, reason } = insertExemption(document, problem);
    const after = applyEdits(text, [edit]);
    return { after, reason: after.slice(reason.offset, reason.offset + reason.length), span: reason };
  };

  it("is above the line, in its indentation, with the reason selected", () => {
    for (const eol of ["\n", "\r\n"]) {
      const { after, reason, span } = insert(ringing(5).replaceAll("\n", eol));
      assert.equal(reason, reasonPlaceholder);
      assert.ok(after.includes(`${eol}    ${nextLine} ring-time-short -- ${reason}${eol}    "maxRingTime"`));
      assert.ok(codes(after).includes("ring-time-short"));
      const written = after.slice(0, span.offset) + "agreed" + after.slice(span.offset + span.length);
      assert.deepEqual(codes(written), []);
    }
  });

  it("stays outside a block comment that the line starts in, and works in one line", () => {
    for (const text of [
      ringing(5).replace('"maxRingTime"', '/* two\n lines */ "maxRingTime"'),
      JSON.stringify(JSON.parse(ringing(5))),
    ]) {
      const { after, span } = insert(text);
      const written = after.slice(0, span.offset) + "agreed" + after.slice(span.offset + span.length);
      assert.deepEqual(codes(written), []);
    }
  });
});
