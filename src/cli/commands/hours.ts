import { InvalidArgumentError, Option, type Command } from "commander";
import { callingWeek } from "../../core/hours/calling-week";
import { localTimeAt } from "../../core/hours/local-time";
import { weekSvg } from "../../core/hours/week-svg";
import { weekText } from "../../core/hours/week-text";
import { readCallingPlan } from "../../core/lint/dialing-plan";
import { legalHoursOf } from "../../core/lint/legal/legal-hours";
import { namesOf } from "../../core/zones/names";
import { zoneSearch } from "../../core/zones/search";
import { zoneNamed } from "../../core/zones/zones";
import { dayOf } from "../../core/text/local-time";
import { readCampaign } from "../files/check-file";
import { exit, fail, type Terminal } from "../output/terminal";

interface HoursOptions {
  readonly format: "text" | "svg";
  readonly zone?: string;
}

export interface HoursDeps extends Pick<Terminal, "out" | "err" | "cwd" | "setExitCode"> {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const help = `
Legal hours come from the profiles in the nearest .campaignlint.json. They are not legal advice.

Exit code: 0 the whole week is shown; 1 a part of the file is missing or not valid, or its time zone is unknown;
2 usage, or a file that cannot be read.`;

export function registerHours(program: Command, deps: HoursDeps): void {
  program
    .command("hours")
    .description("show the calling week of a campaign: windows, legal hours, next opening, attempts")
    .argument("<file>", "a campaign file")
    .addOption(new Option("--format <format>", "output format").choices(["text", "svg"]).default("text"))
    .option("--zone <zone>", "also show the times in this time zone, for example America/New_York", zone)
    .addHelpText("after", help)
    .action((file: string, options: HoursOptions) => showHours(file, options, deps));
}

async function showHours(file: string, { format, zone }: HoursOptions, deps: HoursDeps): Promise<void> {
  const read = await readCampaign(file, deps.cwd);
  if (read.kind !== "read") {
    fail(deps, read.reason);
    return;
  }
  const plan = readCallingPlan(read.text);
  const week = callingWeek({
    plan,
    legal: legalHoursOf(read.config.profiles, { mode: plan.mode, today: dayOf(deps.now()) }),
    now: deps.now(),
    zoneNames: namesOf,
    secondZone: zone,
  });
  deps.out(format === "svg" ? weekSvg(week, { title: file, kind: "image" }) : weekText(file, week));
  // The text lists the gaps itself.
  if (format === "svg") week.gaps.forEach((gap) => deps.err(`note: ${gap}\n`));
  const isComplete = plan.gaps.length === 0 && week.now !== undefined;
  deps.setExitCode(isComplete ? exit.clean : exit.problems, exit.usage);
}

function zone(text: string): string {
  if (zoneNamed(text) !== undefined && namesOf(text).some((name) => localTimeAt(name, 0) !== undefined))
    return text;
  const [suggestion] = zoneSearch().suggestZones(text);
  throw new InvalidArgumentError(
    suggestion === undefined
      ? "Not a time zone of the tz database, such as Asia/Kolkata."
      : `Not a time zone of the tz database. Did you mean ${suggestion}?`,
  );
}
