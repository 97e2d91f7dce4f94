import { readCallerId } from "../caller-id";
import { rule } from "../rule";

export const callerIdPlaceholder = rule({
  id: "caller-id-placeholder",
  severity: "warning",
  reads: "dialingStrategy/callerId/phoneNumber",
  summary: "The caller ID is a real number, not a placeholder.",
  why: "Calls from a number that does not exist are not connected, or people do not answer them.",
  examples: {
    good: ["+12025550142", "sip:sales@example.com"],
    bad: ["+181633xxxxx", "+1202555####", "{{callerId}}", "<your number>", "+1 202 555 ****"],
  },
  check(number, at) {
    if (readCallerId(number).kind !== "placeholder") return undefined;
    return at().problem(
      `The caller ID ${JSON.stringify(number)} is a placeholder, so people would not see a real number. Use a number that is verified in your account.`,
    );
  },
});
