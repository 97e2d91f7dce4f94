import path from "node:path";
import { format, resolveConfig } from "prettier";
import type { Output } from "./output";

/**
 * Formats an output with the project's formatter, so that formatting never makes it stale. Plain text and pictures are not
 * formatted.
 */
export async function formatted(project: string, output: Output): Promise<Output> {
  const file = path.join(project, output.path);
  if (/\.(txt|svg)$/.test(output.path)) return output;
  const options = await resolveConfig(file);
  return { path: output.path, content: await format(output.content, { ...options, filepath: file }) };
}
