import type { createAccountNames } from "./account-names";

/** What the editor uses of `src/account-names.ts`, which is loaded on demand. Only its types are imported here. */
export interface AccountNamesModule {
  readonly createAccountNames: typeof createAccountNames;
}

export type LoadAccountNames = () => Promise<AccountNamesModule>;
