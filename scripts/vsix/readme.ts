/** The first words of the sections about the project and the command-line tool, which the extension does not contain. */
const leftOut = ["Install", "Try it", "Use it in a pipeline", "Contributing"];

const rulePages = `## Rule pages

Click the code of a problem to open its page. The pages come with the extension and open without a network connection.
`;

/**
 * The README as the details page of the installed extension shows it. VS Code keeps pictures there only from http and
 * https (1.139 removes `data:` as well) and opens only http, https and mailto links; the project has no public address.
 * So other pictures are left out, and other links keep only their text.
 */
export function vsixReadme(readme: string): string {
  const links = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;
  const text = withoutSections(readme).replace(
    links,
    (whole, image: string, words: string, target: string) => {
      if (/^(https:|mailto:)/.test(target)) return whole;
      return image === "!" ? "" : words;
    },
  );
  return `${text.replace(/\n{3,}/g, "\n\n").trimEnd()}\n\n${rulePages}`;
}

/** Removes each section with its subsections, up to the next heading of its rank. */
function withoutSections(readme: string): string {
  const missing = new Set(leftOut);
  let rank = Infinity;
  const lines = readme.split("\n").filter((line) => {
    const [, marks, title = ""] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
    if (marks !== undefined && marks.length <= rank) {
      const name = leftOut.find((start) => title.startsWith(start));
      if (name !== undefined) missing.delete(name);
      rank = name === undefined ? Infinity : marks.length;
    }
    return rank === Infinity;
  });
  if (missing.size > 0) throw new Error(`The README has no section ${[...missing].join(", ")}.`);
  return lines.join("\n");
}
