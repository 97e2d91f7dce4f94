import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/campaign/problem";
import { parseConfig, ruleSettings, unknownProfile } from "../../../src/core/lint/configuration/config";
import { profiles } from "../../../src/core/lint/legal/profiles";

const said = (text: string) => parseConfig(text).problems.map(({ message }) => message);
const setting = (value: string) => said(`{ "rules": { "no-skips": ${value} } }`)[0] ?? "";

/** The titles of the fixes of each problem. */
const titles = (text: string) =>
  parseConfig(text).problems.map(({ fixes }) => fixes.map(({ title }) => title));

describe("messages about a configuration", () => {
  it("name the expected type, and how to write it", () => {
    assert.deepEqual(said("[]"), [
      'A configuration must be an object, so nothing in this file is used. Write { "rules": {}, "profiles": [] }.',
    ]);
    assert.deepEqual(said('{ "rules": 1 }'), [
      '"rules" must be an object with a severity for each rule, so this value is not used. Write { "ring-time-short": "off" }.',
    ]);
    const list = '"profiles" must be a list of legal profiles, so this value is not used. Write ["us-tcpa"].';
    assert.deepEqual(said('{ "profiles": {} }'), [list]);
    assert.deepEqual(said('{ "profiles": [null] }'), [list]);
    assert.deepEqual(said('{ "$schema": [] }'), [
      '"$schema" must be the address of a JSON schema, as text in quotes.',
    ]);
  });

  it("name the unknown value, and a similar known one if there is one", () => {
    assert.deepEqual(said('{ "rules": { "no-skip": "off" } }'), [
      '"no-skip" is not a rule, so this line has no effect. Did you mean "no-skips"?',
    ]);
    assert.deepEqual(said('{ "rules": { "something-else": "off" } }'), [
      '"something-else" is not a rule, so this line has no effect. Correct the ID, or remove this line.',
    ]);
    assert.deepEqual(said('{ "schema": 1 }'), [
      '"schema" is not a configuration setting, so it has no effect. Did you mean "$schema"?',
    ]);
    assert.deepEqual(said('{ "profile": 1 }'), [
      '"profile" is not a configuration setting, so it has no effect. Did you mean "profiles"?',
    ]);
    assert.deepEqual(said('{ "owner": 1 }'), [
      '"owner" is not a configuration setting, so it has no effect. Use "rules" or "profiles".',
    ]);
    assert.deepEqual(said('{ "profiles": ["us-tpca"] }'), [
      '"us-tpca" is not a legal profile, so it is not checked. Did you mean "us-tcpa"?',
    ]);
    const ids = profiles.map(({ id }) => id).join(", ");
    assert.deepEqual(unknownProfile("the-moon"), {
      message: `"the-moon" is not a legal profile, so it is not checked. Use one of ${ids}.`,
      meant: undefined,
    });
  });

  it("name the invalid severity, the one that applies and the allowed ones", () => {
    const stays = "is not a severity, so no-skips keeps its default (hint).";
    assert.equal(setting('"warn"'), `"warn" ${stays} Did you mean "warning"?`);
    assert.equal(setting('"eror"'), `"eror" ${stays} Did you mean "error"?`);
    assert.equal(setting("{}"), `An object ${stays} Write "error", "warning", "info", "hint" or "off".`);
    assert.equal(setting("[]"), `A list ${stays} Write "error", "warning", "info", "hint" or "off".`);
    assert.equal(setting("7"), `7 ${stays} Write "error", "warning", "info", "hint" or "off".`);
    assert.equal(setting("null"), `null ${stays} Write "error", "warning", "info", "hint" or "off".`);
    assert.equal(
      setting('"constructor"'),
      `"constructor" ${stays} Write "error", "warning", "info", "hint" or "off".`,
    );
    assert.match(said('{ "rules": { "caller-id-country": 7 } }')[0] ?? "", /keeps its default \(off\)/);
  });

  it("recognize the severity names of other linters", () => {
    const meant = {
      error: ['"err"', '"Fatal"', '"ERROR"', "2"],
      warning: ['"warn"', "1", '"Warning"'],
      info: ['"information"', '"note"'],
      off: ['"none"', '"ignore"', '"disabled"', "false", "0", '"0"'],
    };
    for (const [severity, words] of Object.entries(meant))
      for (const word of words) {
        assert.ok(setting(word).endsWith(`Did you mean "${severity}"?`), word);
        assert.deepEqual(titles(`{ "rules": { "no-skips": ${word} } }`), [[`Change to "${severity}"`]]);
      }
    assert.deepEqual(ruleSettings, ["error", "warning", "info", "hint", "off"]);
  });

  it("report that the severity of a format problem cannot be changed", () => {
    for (const code of ["schema", "schema/enum", "syntax", "syntax/*"])
      assert.deepEqual(said(JSON.stringify({ rules: { [code]: "off" } })), [
        `"${code}" is always an error; its severity cannot be changed. Remove this line.`,
      ]);
    for (const code of ["schemas", "my-schema", "syntaxes/x"])
      assert.match(
        said(JSON.stringify({ rules: { [code]: "off" } }))[0] ?? "",
        /is not a rule, so this line has no effect/,
        code,
      );
  });

  it("state which of two properties counts, and fade the other", () => {
    const text =
      '{ "profiles": ["us-tcpa"], "profiles": ["us-tsr"], "rules": {}, "rules": { "no-skips": "off" } }';
    const { problems, profiles: chosen, severities } = parseConfig(text);
    assert.deepEqual(
      problems.map(({ message, unnecessary, pointer }) => [message, unnecessary, pointer]),
      ["profiles", "rules"].map((key) => [
        `Duplicate key "${key}": the later value wins, so this one has no effect. Remove one of the two.`,
        true,
        `/${key}`,
      ]),
    );
    assert.deepEqual([chosen.map(({ id }) => id), severities], [["us-tsr"], { "no-skips": "off" }]);
    assert.deepEqual(titles(text), [['Remove this "profiles"'], ['Remove this "rules"']]);
  });

  it("offer fixes by name", () => {
    assert.deepEqual(titles('{ "rules": { "no-skip": "off" } }'), [['Rename to "no-skips"']]);
    assert.deepEqual(titles('{ "rules": { "schema": "off" } }'), [['Remove this "schema"']]);
    assert.deepEqual(titles('{ "profiles": ["us-tpca"] }'), [['Change to "us-tcpa"']]);
    assert.deepEqual(titles('{ "profiles": "us-tcpa" }'), [["Make it a list"]]);
    assert.deepEqual(titles('{ "profiles": "us-tpca" }'), [[]]);
    assert.deepEqual(titles('{ "profiles": 1 }'), [[]]);
    assert.deepEqual(titles('{ "profiles": ["the-moon", 1] }'), [[], []]);
    assert.deepEqual(titles('{ "rules": { "no-skips": 7 } }'), [[]]);
  });

  it("appear in the order of the text, regardless of the reading order", () => {
    const text =
      '{ "profiles": ["nope"], "x": 1, "rules": { "a": 1, "no-skips": 7, "a": 2 }, "profiles": [1] }';
    const offsets = parseConfig(text).problems.map(({ offset }) => offset);
    assert.equal(offsets.length, 6);
    assert.deepEqual(
      offsets,
      [...offsets].sort((a, b) => a - b),
    );
  });

  it("are about a configuration if the text is not one", () => {
    assert.deepEqual(said(""), [
      'The file is empty, so every rule keeps its default. Write { "rules": {}, "profiles": [] }, or remove the file.',
    ]);
    assert.deepEqual(said(" ".repeat(1024 * 1024 + 1)), [
      "This file is too large for a configuration, so none of it is used. Remove the content that does not belong to it.",
    ]);
    assert.deepEqual(said("[".repeat(1000)), [
      "Brackets are nested too deeply here, so none of the file is used. A configuration needs two levels.",
    ]);
    assert.deepEqual(said("{}}"), [
      "The configuration ends before this text. Remove the text, or the extra brace.",
    ]);
  });

  it("quote at most sixty characters of a long word", () => {
    const quoted = (length: number) =>
      /"(x+…?)"/.exec(said(JSON.stringify({ ["x".repeat(length)]: 1 }))[0] ?? "")?.[1];
    assert.equal(quoted(60), "x".repeat(60));
    assert.equal(quoted(61), "x".repeat(59) + "…");
  });
});

describe("a syntax error in a configuration", () => {
  it("affects only its own lines", () => {
    const text =
      '{\n"profiles": [\n"us-tcpa",\n"us-tsr" "us-florida"\n],\n"rules": {\n"no-skips": "off",\n"x" "y"\n}\n}';
    const { profiles: chosen, severities, problems } = parseConfig(text);
    assert.deepEqual(
      chosen.map(({ id }) => id),
      ["us-tcpa"],
    );
    assert.deepEqual(severities, { "no-skips": "off" });
    assert.ok(problems.every(({ code }) => code.startsWith("syntax/")));
  });

  it("is fixed at its own line, next to others", () => {
    const text = '{ "profiles": ["us-tcpa", "us-tpca"] }';
    const [problem] = parseConfig(text).problems;
    assert.equal(problem?.pointer, "/profiles/1");
    assert.equal(applyEdits(text, problem.fixes[0]?.edits ?? []), '{ "profiles": ["us-tcpa", "us-tcpa"] }');
  });
});
