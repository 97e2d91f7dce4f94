import type { DialingMode } from "../../campaign/generated/campaign";
import type { LegalProfile } from "./profile";

export interface LegalCase {
  /** The campaign's; if it is not known, every profile applies. */
  readonly mode?: DialingMode | undefined;
  /** YYYY-MM-DD. If it is not known, each profile has its latest terms. */
  readonly today?: string | undefined;
}

/** The profiles that are about this mode of dialing, each with the terms of this day. */
export function inForce(
  profiles: readonly LegalProfile[],
  { mode, today }: LegalCase,
): readonly LegalProfile[] {
  if (profiles.length === 0) return profiles;
  return profiles
    .filter(({ modes }) => modes === undefined || mode === undefined || modes.includes(mode))
    .map((profile) => {
      const { from, before = {} } = profile;
      if (from === undefined || today === undefined || today >= from) return profile;
      const { id, name, citation, url, source, readIn, modes, note } = profile;
      const about = { id, name, citation, source, readIn, ...before };
      return {
        ...about,
        ...(url === undefined ? {} : { url }),
        ...(modes === undefined ? {} : { modes }),
        ...(note === undefined ? {} : { note }),
      };
    });
}
