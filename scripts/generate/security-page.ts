import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Output } from "./output";
import { groups, type Threat } from "./threats";

/** What can go wrong, what stops it, and the tests that show it. Fails if a test is not there any more. */
export async function securityPage(project: string): Promise<Output> {
  const missing: string[] = [];
  const texts = new Map<string, string>();
  for (const [file, title] of groups.flatMap(({ threats }) => threats.flatMap(({ shown }) => shown))) {
    const text = texts.get(file) ?? (await readFile(path.join(project, file), "utf8"));
    texts.set(file, text);
    if (!text.includes(title)) missing.push(`${file}: ${title}`);
  }
  if (missing.length > 0)
    throw new Error(`The security page names tests that do not exist:\n${missing.join("\n")}`);
  const sections = groups.flatMap(({ title, threats }) => [
    `## ${title}`,
    ["| Threat | What stops it | Shown by |", "| --- | --- | --- |", ...threats.map(row)].join("\n"),
  ]);
  const content = [
    "# Threats, and what stops them",
    "`npm run generate` writes this page and fails if a test that it names is gone. [SECURITY.md](../SECURITY.md) says what the project promises and how to report a vulnerability.",
    ...sections,
  ].join("\n\n");
  return { path: "docs/security.md", content: `${content}\n` };
}

function row({ what, stopped, shown }: Threat): string {
  const files = [...new Set(shown.map(([file]) => file))].map(
    (file) => `[${path.basename(file)}](../${file})`,
  );
  return `| ${what} | ${stopped} | ${files.join(", ")} |`;
}
