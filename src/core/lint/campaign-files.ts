/** Folders that belong to tools. Campaign files in them are not the user's to fix. */
export const foldersOfTools = ["node_modules", ".git", ".vscode-test"] as const;
