import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** A generated file: its path relative to the project, and its content. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/** The outputs that differ from the files in the project. */
export async function staleOutputs(project: string, outputs: readonly Output[]): Promise<Output[]> {
  const current = await Promise.all(outputs.map((output) => contentOf(path.join(project, output.path))));
  return outputs.filter((output, index) => current[index] !== output.content);
}

export async function writeOutput(project: string, output: Output): Promise<void> {
  const file = path.join(project, output.path);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, output.content);
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
