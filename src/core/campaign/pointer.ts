export type Segment = string | number;

/** RFC 6901: `["dncLists", "name"]` becomes `/dncLists/name`. */
export function toPointer(segments: readonly Segment[]): string {
  let pointer = "";
  for (const segment of segments) pointer += `/${escaped(segment)}`;
  return pointer;
}

function escaped(segment: Segment): Segment {
  if (typeof segment === "number" || !/[~/]/.test(segment)) return segment;
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The segments of a pointer as text, including array indexes. */
export function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
}
