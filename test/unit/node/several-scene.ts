import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkFile } from "../../../src/cli/files/check-file";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { checkCampaign } from "../../../src/core/lint/check";
import { sampleText } from "./practice-call";
import { Scene } from "./submit-scene";
import type { Ran } from "./submit-run";

interface Several {
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, number>>;
}

export const several = ({ out }: Pick<Ran, "out">): Several => JSON.parse(out) as Several;
export const outcomes = (ran: Ran): unknown[] => several(ran).results.map(({ outcome }) => outcome);
export const yes = ["--yes"];

/** A folder of campaign files in front of a `Scene`. */
export interface SeveralScene {
  readonly at: Scene;
  readonly cwd: string;
  /** Writes a campaign file with this name; the files differ in nothing else. */
  readonly campaignFile: (file: string, name?: string) => void;
  readonly run: (
    paths: readonly string[],
    args?: readonly string[],
    changes?: Partial<SubmitDeps>,
  ) => Promise<Ran>;
  readonly close: () => Promise<void>;
}

export async function severalScene(): Promise<SeveralScene> {
  const at = await Scene.open();
  const cwd = realpathSync(mkdtempSync(path.join(os.tmpdir(), "campaigns-")));
  return {
    ...{ at, cwd },
    campaignFile: (file, name = file) => {
      const campaign = { ...(JSON.parse(sampleText("preview")) as object), name };
      mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
      writeFileSync(path.join(cwd, file), JSON.stringify(campaign));
    },
    run: (paths, args = yes, changes = {}) =>
      at.run(
        args,
        { cwd, checkFile: (file) => checkFile(file, cwd, (text) => checkCampaign(text)), ...changes },
        ...paths,
      ),
    close: async () => {
      await at.close();
      rmSync(cwd, { recursive: true });
    },
  };
}
