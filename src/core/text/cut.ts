/** The first `most` UTF-16 units of a text; one less where that would cut a character in two. */
export function firstUnits(text: string, most: number): string {
  if (text.length <= most) return text;
  const isCutInTwo = isHighSurrogate(text.charCodeAt(most - 1)) && isLowSurrogate(text.charCodeAt(most));
  return text.slice(0, isCutInTwo ? most - 1 : most);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
