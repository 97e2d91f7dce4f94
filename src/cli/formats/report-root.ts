import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { isIn } from "../files/is-in";

/** The folder against which code hosts resolve the paths of a report. */
export interface ReportRoot {
  /**
   * The path from the root, with forward slashes; undefined for a file outside the root. `file` is relative to the
   * working folder.
   */
  pathOf(file: string): string | undefined;
  absolute(file: string): string;
}

/**
 * `GITHUB_WORKSPACE` if it contains the working folder, else the root of the repository, else the working folder.
 * Without this, a step in a subfolder would report paths that the code host cannot find.
 */
export function reportRoot(
  cwd: string,
  { GITHUB_WORKSPACE: workspace }: Readonly<Record<string, string | undefined>>,
): ReportRoot {
  const here = realPath(cwd) ?? cwd;
  const checkout = workspace ? realPath(workspace) : undefined;
  const root = checkout !== undefined && isIn(checkout, here) ? checkout : (repositoryOf(here) ?? here);
  const absolute = (file: string) => path.resolve(here, file);
  return {
    pathOf: (file) => {
      const whole = absolute(file);
      return isIn(root, whole) ? path.relative(root, whole).split(path.sep).join("/") : undefined;
    },
    absolute,
  };
}

function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
