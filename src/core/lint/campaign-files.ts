/** Folders that tools keep for themselves: what looks like a campaign in them is nobody's to mend. */
export const foldersOfTools = ["node_modules", ".git", ".vscode-test"] as const;
