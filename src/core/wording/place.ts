/** Where a person reads a text: what helps, and what to press or to run, differs. */
export type Place = "editor" | "terminal";
