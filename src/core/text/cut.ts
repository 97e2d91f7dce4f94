/** The first `maxLength` UTF-16 units of a text, or one less if that would split a character. */
export function firstUnits(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const isCutInTwo =
    isHighSurrogate(text.charCodeAt(maxLength - 1)) && isLowSurrogate(text.charCodeAt(maxLength));
  return text.slice(0, isCutInTwo ? maxLength - 1 : maxLength);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
