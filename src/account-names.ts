/** The composition root for names from the account, loaded when a person allowed them and completion first wants one. */
export { createAccountNames } from "./editor/account/account-names";
