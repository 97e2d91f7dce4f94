import type { Connection } from "./connection";

/** Who is called: nobody (`practice`), only testers according to the connection's owner, or real people. */
export type Environment = "practice" | "test" | "production";

/** The ID of the connection to the practice server. Saved connections have UUIDs. */
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
