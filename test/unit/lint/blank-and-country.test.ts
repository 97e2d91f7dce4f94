import assert from "node:assert/strict";
import { messagesOf, says, silent, type Differences } from "./rule-problems";

const callerId = (phoneNumber: string, timezone = "America/Chicago"): Differences => ({
  strategy: { callerId: { phoneNumber } },
  hours: { timezone },
});

describe("a blank value", () => {
  it("is reported with its property, or as an empty name", () => {
    says("blank-value", { top: { description: " " } }, "description is empty.");
    says("blank-value", { top: { name: "" } }, "The name is empty.");
    says("blank-value", { top: { dncLists: { name: "" } } }, "The name is empty.");
    says("blank-value", { top: { contactLists: ["A", ""] } }, "The name of this list is empty.");
    says("blank-value", { top: { queue_name: " " } }, "queue_name is empty.");
    says("blank-value", callerId(" "), "phoneNumber is empty.");
    says("blank-value", { hours: { timezone: "" } }, "timezone is empty.");
    says(
      "blank-value",
      { top: { queue_name: "\u200B" } },
      "queue_name contains only invisible characters. The platform requires it. Enter a value.",
    );
    says(
      "blank-value",
      { mode: "Agentless", top: { experienceFlowName: "" } },
      "experienceFlowName is empty.",
    );
  });

  it("is ignored by the rules that read its content", () => {
    const lists = { top: { name: " ", contactLists: ["", " "], dncLists: { name: "" } } };
    for (const id of ["untrimmed-name", "contact-list-repeated", "contact-list-is-dnc"]) silent(id, lists);
    silent("caller-id-format", callerId("  "));
    silent("timezone-unknown", { hours: { timezone: "  " } });
    const unseen = {
      top: { name: "\u200B", contactLists: ["\u200B", "\u2060"], dncLists: { name: "\u200B" } },
    };
    for (const id of [
      "untrimmed-name",
      "invisible-character",
      "contact-list-repeated",
      "contact-list-is-dnc",
    ])
      silent(id, unseen);
  });
});

describe("the country of a caller ID", () => {
  it("is compared with that of the time zone if both have one", () => {
    says(
      "caller-id-country",
      callerId("+12025550142", "Asia/Kolkata"),
      "The caller ID +12025550142 (United States) is from another country than Asia/Kolkata (India)",
    );
    const [message] = messagesOf("caller-id-country", callerId("+12025550142", "Europe/Berlin"));
    assert.match(message ?? "", /than Europe\/Berlin \(Germany, [A-Za-z ,&]+\)\. People/);
    silent("caller-id-country", callerId("+12025550142", "America/Chicago"));
    silent("caller-id-country", callerId("+12025550142", "UTC"));
    silent("caller-id-country", callerId("+12025550142", "Mars"));
    silent("caller-id-country", callerId("12", "Asia/Kolkata"));
  });

  it("is not checked if the caller ID is not a number", () => {
    for (const text of ["sip:sales@example.com", "sales@example.com", "{{callerId}}", "+1816330xxxx", " "])
      silent("caller-id-country", callerId(text, "Asia/Kolkata"));
  });
});
