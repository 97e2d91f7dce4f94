/** The composition root for the campaigns of the account, loaded when a person first uses their view or commands. */
export { createManager } from "./editor/lifecycle/manager";
