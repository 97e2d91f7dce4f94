/** A list whose items are JSON already, each as `JSON.stringify` writes it with an indentation of 2. */
export class WrittenItems {
  constructor(readonly items: Iterable<string>) {}
}

/**
 * The text of `JSON.stringify(value, null, 2)` in pieces, so that a long list never is one string. `value` is plain
 * data and may contain `WrittenItems`.
 */
export function* jsonPieces(value: unknown, margin = ""): Generator<string> {
  if (value instanceof WrittenItems || Array.isArray(value)) {
    const written = value instanceof WrittenItems;
    yield* bracketed("[]", written ? value.items : (value as unknown[]), margin, (item, inner) =>
      written ? [(item as string).replaceAll("\n", `\n${inner}`)] : jsonPieces(item, inner),
    );
  } else if (typeof value === "object" && value !== null) {
    const properties = Object.entries(value).filter(([, property]) => property !== undefined);
    yield* bracketed("{}", properties, margin, function* ([key, property], inner) {
      yield `${JSON.stringify(key)}: `;
      yield* jsonPieces(property, inner);
    });
  } else yield JSON.stringify(value);
}

function* bracketed<Item>(
  [open = "", close = ""]: string,
  items: Iterable<Item>,
  margin: string,
  pieces: (item: Item, margin: string) => Iterable<string>,
): Generator<string> {
  const inner = `${margin}  `;
  let isEmpty = true;
  yield open;
  for (const item of items) {
    yield isEmpty ? `\n${inner}` : `,\n${inner}`;
    yield* pieces(item, inner);
    isEmpty = false;
  }
  yield isEmpty ? close : `\n${margin}${close}`;
}
