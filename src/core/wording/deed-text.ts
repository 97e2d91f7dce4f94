import type { Trigger } from "../platform/existing/trigger-campaign";

/** What a request was to do with a campaign. */
export type Deed = "create" | "update" | Trigger;

/** The words of an outcome that depend on the request. */
export interface DeedText {
  /** The past participle. */
  readonly done: string;
  /** When nothing happened: a clause without a full stop. */
  readonly none: string;
  /** Why a repetition is dangerous. */
  readonly risk: string;
  /** How to find out what happened: a clause with a full stop. */
  readonly look: string;
  /** The same as a next step. */
  readonly lookFirst: string;
  readonly afterRejection: (httpStatus: number) => string;
}

const triggered = (done: string): Pick<DeedText, "look" | "lookFirst" | "afterRejection"> => ({
  look: "read the state of the campaign before you send it again.",
  lookFirst: "Read the state of the campaign before you send it again.",
  afterRejection: (httpStatus) => {
    if (httpStatus === 404 || httpStatus === 405)
      return `Check that the campaign exists. If it does, its environment has another address for this call: the documentation has several. No other address was tried, because a campaign must not be ${done} twice. Use the platform instead.`;
    return httpStatus >= 500
      ? "This is a platform error: read the state of the campaign to be sure, then send it again."
      : "Read the state of the campaign, then send it again if it still applies.";
  },
});

export const DEEDS: Readonly<Record<Deed, DeedText>> = {
  create: {
    done: "created",
    none: "nothing was created",
    risk: "Sending it again could create a duplicate, and the people on its lists would be called twice.",
    look: "look the campaign up by name before you send it again.",
    lookFirst: "Look the campaign up by name in the account before you send it again.",
    afterRejection: (httpStatus) => {
      if (httpStatus === 404 || httpStatus === 405)
        return "Check the host and the stream id of the connection: this address does not accept campaigns.";
      if (httpStatus === 409)
        return "Look the campaign up by name: it may already exist. Otherwise fix the campaign, then send it again.";
      return httpStatus >= 500
        ? "This is a platform error: look the campaign up by name to be sure, then send it again."
        : "Fix the campaign, then send it again.";
    },
  },
  update: {
    done: "updated",
    none: "the campaign was not updated",
    risk: "The account may have some of the file's values, or all of them.",
    look: "compare the file with the account before you send it again.",
    lookFirst: "Compare the file with the account before you send it again.",
    afterRejection: (httpStatus) => {
      if (httpStatus === 404 || httpStatus === 405)
        return "Check that the campaign exists, and the host and the stream id of the connection.";
      return httpStatus >= 500
        ? "This is a platform error: compare the file with the account to be sure, then send it again."
        : "Fix the campaign, or change it in the platform.";
    },
  },
  start: {
    ...triggered("started"),
    done: "started",
    none: "the campaign was not started",
    risk: "Starting it again could call the people on its lists twice.",
  },
  stop: {
    ...triggered("stopped"),
    done: "stopped",
    none: "the campaign was not stopped",
    risk: "It may still be calling people.",
  },
};
