/** The composition root of `hours`, which needs the time zone library. */
export { registerHours } from "./cli/commands/hours";
