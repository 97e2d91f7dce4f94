import assert from "node:assert/strict";
import { isPlaceholder, isSipAddress } from "../../../src/core/lint/rules/caller-id-placeholder";
import { different, saidOf, says, silent, told, type Differences } from "./told";

const callerId = (phoneNumber: string, timezone = "America/Chicago"): Differences => ({
  strategy: { callerId: { phoneNumber } },
  hours: { timezone },
});

describe("a blank value", () => {
  it("is named by its property, or as what it names", () => {
    says("blank-value", { top: { description: " " } }, "description is empty.");
    says("blank-value", { top: { name: "" } }, "The name is empty.");
    says("blank-value", { top: { dncLists: { name: "" } } }, "The name is empty.");
    says("blank-value", { top: { contactLists: ["A", ""] } }, "The name of this list is empty.");
    says("blank-value", { top: { queue_name: " " } }, "queue_name is empty.");
    says("blank-value", callerId(" "), "phoneNumber is empty.");
    says("blank-value", { hours: { timezone: "" } }, "timezone is empty.");
    says(
      "blank-value",
      { mode: "Agentless", top: { experienceFlowName: "" } },
      "experienceFlowName is empty.",
    );
  });

  it("is no matter of the rules that read what is in it", () => {
    const lists = { top: { name: " ", contactLists: ["", " "], dncLists: { name: "" } } };
    for (const id of ["untrimmed-name", "contact-list-repeated", "contact-list-is-dnc"]) silent(id, lists);
    silent("caller-id-format", callerId("  "));
    silent("timezone-unknown", { hours: { timezone: "  " } });
  });
});

describe("the caller ID", () => {
  it("is a placeholder when letters or signs stand for digits", () => {
    for (const number of [
      "+1816330xxxx",
      "###",
      "1 ** 2",
      "{1}",
      "<1>",
      "YOUR NUMBER",
      "a@b@c",
      "sales@{host}",
    ])
      assert.ok(isPlaceholder(number), number);
    for (const number of ["+18163300100", "(816) 330-0100", "", "sip:sales@example.com", "sales@example.com"])
      assert.ok(!isPlaceholder(number), number);
  });

  it("is a SIP address by its scheme or its form", () => {
    for (const address of ["sip:1", "SIPS:1", " sip:a", "a@b"]) assert.ok(isSipAddress(address), address);
    for (const number of ["+1", "xsip:1", "sip", "a@", "@b", "a b@c", "a@b c", "{a}@b"])
      assert.ok(!isSipAddress(number), number);
  });

  it("is left alone by the rules about numbers when it is none", () => {
    for (const number of ["sip:sales@example.com", "sales@example.com", "{{callerId}}", "+1816330xxxx"])
      for (const id of ["caller-id-format", "caller-id-country"])
        silent(id, callerId(number, "Asia/Kolkata"));
  });

  it("is said to have odd signs, to lack its country, or to be none", () => {
    says("caller-id-format", callerId("+1 816 330 0100"), 'The caller ID "+1 816 330 0100" has signs');
    says(
      "caller-id-format",
      callerId("(816) 330-0100"),
      'The caller ID "(816) 330-0100" has no country code',
    );
    assert.match(
      saidOf("caller-id-format", callerId("816 330 0100"))[0] ?? "",
      /a number of US, write \+1816/,
    );
    says("caller-id-format", callerId("12"), 'The caller ID "12" is no telephone number');
    // With a plus sign it is complete, and is not tried as a number of the zone's country.
    says("caller-id-format", callerId(" +816 330 0100"), 'The caller ID " +816 330 0100" is no telephone');
    says("caller-id-format", callerId("816 330 0100", "UTC"), 'The caller ID "816 330 0100" is no telephone');
    says(
      "caller-id-format",
      callerId("816 330 0100", "Mars"),
      'The caller ID "816 330 0100" is no telephone',
    );
    silent("caller-id-format", callerId("+18163300100", "Mars"));
  });

  it("is compared with the country of the time zone where both have one", () => {
    says(
      "caller-id-country",
      callerId("+18163300100", "Asia/Kolkata"),
      "The caller ID is a number of US, while",
    );
    const [said] = saidOf("caller-id-country", callerId("+18163300100", "Europe/Berlin"));
    assert.match(said ?? "", /Europe\/Berlin is the time of DE, [A-Z, ]+; people/);
    silent("caller-id-country", callerId("+18163300100", "America/Chicago"));
    silent("caller-id-country", callerId("+18163300100", "UTC"));
    silent("caller-id-country", callerId("+18163300100", "Mars"));
    silent("caller-id-country", callerId("12", "Asia/Kolkata"));
  });
});

describe("the time zone", () => {
  const zone = (timezone: string): Differences => ({ hours: { timezone } });

  it("is a difference to UTC where it is written as one", () => {
    for (const offset of ["+05:30", "-3", "UTC+5", "gmt -08:00", " UTC-3 "])
      says(
        "timezone-unknown",
        zone(offset),
        `${JSON.stringify(offset)} is a difference to UTC, not a place,`,
      );
    for (const other of ["5+3", "X+1", "UTC+", "+x", "Etc/UTC +1"])
      says("timezone-unknown", zone(other), `${JSON.stringify(other)} is no time zone of the tz database,`);
  });

  it("is asked back after, or else described", () => {
    assert.match(
      saidOf("timezone-unknown", zone("Asia/Kolkatta"))[0] ?? "",
      /\. Did you mean Asia\/Kolkata\?$/,
    );
    const nowhere = /\. Name a place, such as Asia\/Kolkata or America\/New_York\.$/;
    assert.match(saidOf("timezone-unknown", zone("Mars/Olympus"))[0] ?? "", nowhere);
  });

  it("is mended unasked only where letters and blanks alone are wrong", () => {
    const safe = (name: string) =>
      told("timezone-unknown", different(zone(name)))[0]?.fixes.map((fix) => fix.safe);
    assert.deepEqual(safe(" asia/KOLKATA "), [true]);
    assert.deepEqual(safe("Asia/Kolkatta"), [false]);
  });

  it("is no abbreviation because some object has such a property", () => {
    for (const name of ["constructor", "toString", "__proto__"]) {
      silent("timezone-abbreviation", zone(name));
      says("timezone-unknown", zone(name), `${JSON.stringify(name)} is no time zone`);
    }
    for (const id of ["timezone-unknown", "timezone-alias"]) silent(id, zone("EST"));
  });
});
