import path from "node:path";
import { format, resolveConfig } from "prettier";
import type { Output } from "./output";

/** The output as the project's formatter would leave it, which leaves plain text alone, so that formatting never makes it stale. */
export async function formatted(project: string, output: Output): Promise<Output> {
  const file = path.join(project, output.path);
  if (output.path.endsWith(".txt")) return output;
  const options = await resolveConfig(file);
  return { path: output.path, content: await format(output.content, { ...options, filepath: file }) };
}
