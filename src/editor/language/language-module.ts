import type * as Lsp from "vscode-json-languageservice";
import type { Caret } from "../../core/completion/caret";
import type { KnownName, NamedAt } from "../../core/completion/known-names";
import type { CampaignDocument } from "../../core/campaign/document";
import type { CallingPlan, DialingPlan } from "../../core/hours/dialing-plan";
import type { ZoneNames } from "../../core/wording/calling-summary";

/** A campaign's text, with the library's types: lines and characters count from 0, in UTF-16 units. */
export interface OpenCampaign {
  /** Where a position is; between unquoted words, it is in them. `elsewhere` in a text that is too long to be a campaign. */
  caretAt(position: Lsp.Position): Caret;
  /**
   * @param typed whether typing triggered it. Then returns nothing where any text is valid.
   * @param known names for the value at the position
   */
  complete(
    position: Lsp.Position,
    typed?: boolean,
    known?: readonly KnownName[],
  ): Promise<readonly Lsp.CompletionItem[]>;
  hover(position: Lsp.Position): Promise<Lsp.Hover | undefined>;
  /** The contact list, do-not-call list or queue at a position. */
  namedAt(position: Lsp.Position): NamedAt | undefined;
  /**
   * When and how often people are called, in one line that may contain untrusted text. Undefined unless the offset is on
   * a key that defines it.
   */
  dialing(offset: number): string | undefined;
  symbols(): readonly Lsp.DocumentSymbol[];
  folds(): readonly Lsp.FoldingRange[];
  /** One for each position, from the innermost range to the outermost. */
  selections(positions: readonly Lsp.Position[]): readonly Lsp.SelectionRange[];
  /** Keeps comments and line endings. Formats the whole text if no range is given. */
  format(options: Lsp.FormattingOptions, range?: Lsp.Range): readonly Lsp.TextEdit[];
}

export interface CampaignLanguage {
  readonly read: (campaign: CampaignDocument) => OpenCampaign;
}

/** Reads what a hover adds to the schema's description: what the file's own values mean. */
export interface DialingPlanReader {
  /** The dialing plan if the offset is on a key that defines it, else undefined. */
  readonly dialingPlanAt: (campaign: CampaignDocument, offset: number) => DialingPlan | undefined;
  /** The calling week of a text, with the windows that are valid. */
  readonly readCallingPlan: (campaign: CampaignDocument) => CallingPlan;
  readonly namesOf: ZoneNames;
  /** The English name of a phone number's country, if the number decides it. */
  readonly countryOf: (phoneNumber: string) => string | undefined;
}

/** What the editor uses of `src/language.ts`, which is loaded on demand. Only its types are imported here. */
export interface LanguageModule {
  readonly campaignLanguage: (zones: readonly string[], calling: DialingPlanReader) => CampaignLanguage;
}

export type LoadLanguage = () => Promise<LanguageModule>;
