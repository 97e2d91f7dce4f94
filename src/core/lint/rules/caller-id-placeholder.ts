import { rule } from "../rule";

/** Whether letters or signs stand where digits belong. A SIP address is no placeholder. */
export function isPlaceholder(number: string): boolean {
  return /[a-z#*{}<>]/i.test(number) && !isSipAddress(number);
}

export function isSipAddress(number: string): boolean {
  return /^\s*sips?:/i.test(number) || /^[^\s@{}<>]+@[^\s@{}<>]+$/.test(number);
}

export const callerIdPlaceholder = rule({
  id: "caller-id-placeholder",
  severity: "warning",
  reads: "dialingStrategy/callerId/phoneNumber",
  summary: "The caller ID is a number, not a placeholder for one.",
  why: "A call that shows a number which does not exist is not put through, or not answered.",
  examples: {
    good: ["+18163300100", "sip:sales@example.com"],
    bad: ["+181633xxxxx", "+1816330####", "{{callerId}}", "your number", "+1 816 330 ****"],
  },
  check(number, at) {
    if (!isPlaceholder(number)) return undefined;
    return at().problem(
      `The caller ID ${JSON.stringify(number)} is a placeholder, so people would see no real number when called. Write a number that is verified in your account, such as +18163300100.`,
    );
  },
});
