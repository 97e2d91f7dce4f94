/** What an encoded text writes at one place. */
export interface Written {
  readonly codePoint: number;
  /** How many units it takes there. */
  readonly length: number;
  /** It is `\n`, `\r` or `\t`; `codePoint` is then the letter. */
  readonly isBreak?: true;
}
