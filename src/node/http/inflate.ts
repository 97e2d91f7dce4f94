import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";

/** The accepted encodings; all of them are decoded here. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

type Chunks = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/**
 * Decompresses a body. node-fetch accepts a truncated body; here it is an error (`Z_BUF_ERROR`), because a truncated
 * body may look complete. A body with an unknown encoding is left unchanged.
 */
export async function* inflated(body: Chunks, encoding: string | null): AsyncIterable<Uint8Array> {
  switch (encoding?.trim().toLowerCase() ?? "") {
    case "gzip":
    case "x-gzip":
      yield* through(body, () => createGunzip());
      return;
    case "br":
      yield* through(body, () => createBrotliDecompress());
      return;
    case "deflate":
    case "x-deflate":
      // Some servers omit the zlib header (RFC 1950), whose first byte names the method in its low half.
      yield* through(body, (first) =>
        ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw(),
      );
      return;
    default:
      yield* bytesOf(body);
  }
}

/** Leaving the loop destroys the decoder and with it the body. An empty body is not decoded. */
async function* through(
  body: Chunks,
  toDecoder: (first: Uint8Array) => Transform,
): AsyncIterable<Uint8Array> {
  const chunks = bytesOf(body)[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const start = first.value;
  const whole = async function* (): AsyncIterable<Uint8Array> {
    yield start;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  };
  const decoder = toDecoder(start);
  // Errors of either stream surface in the loop below as well.
  pipeline(whole(), decoder, () => undefined);
  yield* bytesOf(decoder);
}

async function* bytesOf(chunks: Chunks): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
