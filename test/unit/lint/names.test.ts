import assert from "node:assert/strict";
import { templateValues } from "../../../src/core/campaign/generated/template-values";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import {
  different,
  fixedValue,
  messagesOf,
  says,
  silent,
  ruleProblems,
  type Differences,
} from "./rule-problems";

/** A name at each place where a campaign refers to something in the account. */
const places: readonly (readonly [place: string, differences: (name: string) => Differences])[] = [
  ["/name", (name) => ({ top: { name } })],
  ["/contactLists/0", (name) => ({ top: { contactLists: [name] } })],
  ["/dncLists/name", (name) => ({ top: { dncLists: { name } } })],
  ["/queue_name", (name) => ({ top: { queue_name: name } })],
  ["/experienceFlowName", (name) => ({ mode: "Agentless", top: { experienceFlowName: name } })],
];

describe("a placeholder", () => {
  const templates: readonly (readonly [text: string, placeholder: string])[] = [
    ["{{campaignName}}", "{{campaignName}}"],
    ["Spring {{ month }} bills", "{{ month }}"],
    ["{{}}", "{{}}"],
    ["Spring ${MONTH}", "${MONTH}"],
    ["List $REGION", "$REGION"],
    ["$LIST_1", "$LIST_1"],
    ["<contact list name>", "<contact list name>"],
    ["%NAME%", "%NAME%"],
    ["TODO", "TODO"],
    ["Spring (TODO)", "TODO"],
    ["{{ month", "{{ month"],
    ["Spring #{month}", "#{month}"],
    ["<%= name %>", "<%= name %>"],
    ["todo", "todo"],
    ["Tbd", "Tbd"],
    ["CHANGE_ME", "CHANGE_ME"],
    ["YOUR_LIST", "YOUR_LIST"],
  ];
  for (const [text, placeholder] of templates)
    for (const [pointer, differences] of places)
      it(`${text} is found at ${pointer}`, () => {
        const [problem, ...more] = ruleProblems("placeholder", different(differences(text)));
        assert.equal(more.length, 0);
        assert.equal(problem?.pointer, pointer);
        assert.ok(problem.message.includes(`the placeholder ${placeholder},`), problem.message);
        assert.deepEqual(problem.fixes, []);
      });

  it("is not found in ordinary values", () => {
    for (const text of [
      ...[
        "Spring",
        "Under < 100",
        "3 > 2",
        "a <3 b",
        "50% off and 20% back",
        "100 %",
        "Win $100",
        "US$ 5",
        "$USD",
      ],
      ...["Debt <5k and >1k", "Overdue <90d, >30d", "Amount < limit > 10", "Loans <10k>", "10 <% 20 >"],
      ...["from <3 to >5 days", "3 < x", "tbd later", "YOUR LIST", "change me", "50 # {x}"],
      ...["Todo list", "TODOS", "{single}", "C++ {}", "Mastodon TODAY", "[north]"],
    ])
      for (const [, differences] of places) silent("placeholder", differences(text));
  });

  it("is a warning, and placeholders in the caller ID are left to its own rule", () => {
    const text = different({
      top: { name: "{{name}}" },
      strategy: { callerId: { phoneNumber: "{{number}}" } },
    });
    assert.deepEqual(
      checkCampaign(text, { readNumber }).problems.flatMap(({ code, severity }) =>
        code.includes("placeholder") ? [`${code} ${severity}`] : [],
      ),
      ["placeholder warning", "caller-id-placeholder warning"],
    );
  });

  it("is each unchanged value of the template at its own place, regardless of its spelling", () => {
    const of: Readonly<Record<string, (value: string) => Differences>> = {
      name: (name) => ({ top: { name } }),
      contactLists: (list) => ({ top: { contactLists: [list] } }),
      dncLists: (name) => ({ top: { dncLists: { name } } }),
      queue_name: (name) => ({ top: { queue_name: name } }),
      experienceFlowName: (name) => ({ mode: "Agentless", top: { experienceFlowName: name } }),
      dialingStrategy: (phoneNumber) => ({ strategy: { callerId: { phoneNumber } } }),
    };
    for (const [property, values] of Object.entries(templateValues))
      for (const value of values) {
        const differences = of[property];
        assert.ok(differences !== undefined, property);
        for (const spelled of [value, ` ${value.toUpperCase()}\u200B`])
          assert.equal(messagesOf("placeholder", differences(spelled)).length, 1, spelled);
      }
    assert.ok(Object.values(templateValues).flat().length > 0);
  });

  it("is not a name that real accounts have, even if the template contains it", () => {
    silent("placeholder", { top: { queue_name: "Default Queue" } });
    silent("placeholder", { mode: "Agentless", top: { experienceFlowName: "Voice Survey Entry Flow" } });
  });

  it("is searched for in linear time", () => {
    // A pattern that backtracks would take minutes for these.
    for (const part of ["{{", "${", "#{", "<a", "< a", "<1", "%a", "$AA", "TODO"])
      assert.ok(
        ruleProblems("placeholder", different({ top: { queue_name: part.repeat(150_000) } })).length <= 1,
      );
  });
});

describe("an invisible character", () => {
  for (const [pointer, differences] of [
    ...places,
    ["/description", (description: string): Differences => ({ top: { description } })] as const,
  ])
    it(`is named with its position at ${pointer}, and removed when all safe fixes are applied`, () => {
      const text = different(differences("Spring\u200B bills"));
      const [problem, ...more] = ruleProblems("invisible-character", text);
      assert.equal(more.length, 0);
      assert.equal(problem?.pointer, pointer);
      assert.match(problem.message, /contains U\+200B \(zero-width space\) at character 7\./);
      assert.deepEqual(
        JSON.parse(fixAll(text, { readNumber }).text),
        JSON.parse(different(differences("Spring bills"))),
      );
    });

  it("is counted in characters, together with the others", () => {
    says("invisible-character", { top: { name: "😀\u200B a\u00A0b\u00A0c" } }, '"😀 a b c" contains U+200B');
    assert.match(
      messagesOf("invisible-character", { top: { name: "😀\u200B a\u00A0b\u00A0c" } })[0] ?? "",
      /at character 2, and 2 more\./,
    );
  });

  it("becomes a plain space if it is another kind of space", () => {
    const text = different({ top: { contactLists: ["Bills due\u00A0in March"] } });
    const fixed = fixedValue(text, ruleProblems("invisible-character", text)[0]) as { contactLists: unknown };
    assert.deepEqual(fixed.contactLists, ["Bills due in March"]);
  });

  it("is not fixed automatically if it breaks a line", () => {
    const text = different({ top: { description: "First line.\nSecond line." } });
    const [problem] = ruleProblems("invisible-character", text);
    assert.deepEqual(
      problem?.fixes.map(({ safe }) => safe),
      [false],
    );
    assert.equal(fixAll(text, { readNumber }).text, text);
  });

  it("is white space around a name if `trim` removes it, and has one problem", () => {
    for (const name of ["Spring\u00A0", "\uFEFFSpring", "Spring\n"]) {
      const { problems } = checkCampaign(different({ top: { queue_name: name } }), { readNumber });
      assert.deepEqual(
        problems.map(({ code }) => code),
        ["untrimmed-name"],
      );
    }
  });
});

describe("one name in two spellings", () => {
  const cafe = ["Caf\u00E9", "Cafe\u0301 ", "CAF\u00C9", "Caf\u00E9\u200B"] as const;

  it("is the do-not-call list in both", () => {
    for (const list of cafe)
      for (const name of cafe)
        assert.equal(
          messagesOf("contact-list-is-dnc", { top: { contactLists: [list], dncLists: { name } } }).length,
          1,
        );
  });

  it("is the do-not-call list however it was told apart", () => {
    for (const list of ["Ne\u200Dver", "Never\uFE0F", "NEVER\u2063", "Ne\u00ADver"])
      assert.equal(
        messagesOf("contact-list-is-dnc", { top: { contactLists: [list], dncLists: { name: "Never" } } })
          .length,
        1,
        list,
      );
  });

  it("is shared by two campaigns in both", () => {
    const facts = { file: "a.json", contactLists: [], week: undefined, timezone: undefined };
    for (const own of cafe)
      for (const name of cafe)
        assert.equal(
          messagesOf("name-shared", { top: { name: own } }, { others: [{ ...facts, name }] }).length,
          1,
        );
  });

  it("is a repeated list, whose safe fix requires the same spelling", () => {
    for (const second of cafe) {
      const [problem] = ruleProblems(
        "contact-list-repeated",
        different({ top: { contactLists: [cafe[0], second] } }),
      );
      assert.equal(problem?.fixes[0]?.safe, second === cafe[0], second);
    }
  });
});
