import type * as Lsp from "vscode-json-languageservice";
import type { DialingPlan } from "../../core/hours/dialing-plan";
import type { ZoneNames } from "../../core/wording/calling-summary";

/** One text of a campaign, in the language of the library: lines and characters count from 0, in UTF-16 units. */
export interface OpenCampaign {
  /** @param typed whether a key asks for it, and not a person: nothing where any text fits */
  complete(position: Lsp.Position, typed?: boolean): Promise<readonly Lsp.CompletionItem[]>;
  hover(position: Lsp.Position): Promise<Lsp.Hover | undefined>;
  symbols(): readonly Lsp.DocumentSymbol[];
  folds(): readonly Lsp.FoldingRange[];
  /** One for each position, from the inside out. */
  selections(positions: readonly Lsp.Position[]): readonly Lsp.SelectionRange[];
  /** Keeps comments and the line ends of the text. Without a range, all of it. */
  format(options: Lsp.FormattingOptions, range?: Lsp.Range): readonly Lsp.TextEdit[];
}

export interface CampaignLanguage {
  readonly read: (text: string) => OpenCampaign;
}

/** What a hover says beside the schema: when and how often people are called. */
export interface DialingPlanReader {
  /** What the key at an offset of a text says of it; nothing for other keys and places. */
  readonly dialingPlanAt: (text: string, offset: number) => DialingPlan | undefined;
  readonly namesOf: ZoneNames;
}

/** What the editor uses of the language half, `src/language.ts`. Its types are all that is known here. */
export interface LanguageModule {
  readonly campaignLanguage: (zones: readonly string[], calling: DialingPlanReader) => CampaignLanguage;
}

export type LoadLanguage = () => Promise<LanguageModule>;
