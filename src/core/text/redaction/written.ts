/** A character that an encoded text writes at one place. */
export interface Written {
  readonly codePoint: number;
  /** Its length in the encoded text, in units. */
  readonly length: number;
  /** Whether it is `\n`, `\r` or `\t`; `codePoint` is then the letter. */
  readonly isBreak?: true;
}
