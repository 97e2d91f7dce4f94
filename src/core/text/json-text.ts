import { isList, isObject } from "./json-guards";

/**
 * Writes a value as indented JSON, up to about `maxLength` UTF-16 units. Values deeper than 64 levels are omitted, so
 * that a deep response does no harm.
 */
export function jsonText(value: unknown, maxLength: number): string {
  const parts: string[] = [];
  let size = 0;
  const put = (part: string): void => {
    parts.push(part);
    size += part.length;
  };
  const write = (one: unknown, indent: string, depth: number): void => {
    if (!isList(one) && !isObject(one)) {
      put(one === undefined ? "null" : JSON.stringify(one));
      return;
    }
    const [open, close] = isList(one) ? ["[", "]"] : ["{", "}"];
    const keys = isList(one) ? undefined : Object.keys(one);
    const count = isList(one) ? one.length : (keys?.length ?? 0);
    if (count === 0 || depth > DEEPEST) {
      put(count === 0 ? open + close : `${open}…${close}`);
      return;
    }
    put(open);
    for (let index = 0; index < count; index++) {
      put(`${index === 0 ? "" : ","}\n${indent}  `);
      if (size > maxLength) {
        put("…");
        return;
      }
      const key = keys?.[index];
      if (key !== undefined) put(`${JSON.stringify(key)}: `);
      write(isList(one) ? one[index] : one[key ?? ""], `${indent}  `, depth + 1);
      if (size > maxLength) return;
    }
    put(`\n${indent}${close}`);
  };
  write(value, "", 0);
  return parts.join("");
}

const DEEPEST = 64;
