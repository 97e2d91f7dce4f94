import type { Connection } from "./connection";

/** Whom a submission reaches: nobody at all, nobody as far as its owner said, or real people. */
export type Environment = "practice" | "test" | "production";

/** The id of the connection to the practice server; ids of saved connections are UUIDs. */
export const practiceId = "practice";

/** The account of the practice server. */
export const practiceAccountId = "practice-account";

export function environmentOf({ id, production }: Pick<Connection, "id" | "production">): Environment {
  if (id === practiceId) return "practice";
  return production ? "production" : "test";
}

export const environmentLabels: Readonly<Record<Environment, string>> = {
  practice: "calls nobody (practice server on this computer)",
  test: "calls no real people (saved as a test account)",
  production: "calls real people (production)",
};
