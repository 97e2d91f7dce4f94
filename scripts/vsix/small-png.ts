import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** As many as a palette can have. */
const mostColors = 256;

/**
 * The same picture with a palette: a screenshot has few colors, so it becomes about a third of its size. Takes what
 * browsers write: 8 bits a channel, RGB or RGBA, not interlaced.
 */
export function smallPng(file: Buffer): Buffer {
  const { width, height, pixels } = decode(file);
  const counts = new Map<number, number>();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  palette.length = Math.min(palette.length, mostColors);
  const index = new Map(palette.map((color, at) => [color, at]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at++) {
    const color = pixels[at] ?? 0;
    let found = index.get(color);
    if (found === undefined) {
      found = nearest(color, palette);
      index.set(color, found);
    }
    rows[at + Math.floor(at / width) + 1] = found;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Pixels as 0xRRGGBB; what is transparent is dropped, since a screenshot has none of it. */
export function decode(file: Buffer): {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
} {
  if (!file.subarray(0, 8).equals(signature)) throw new Error("This is not a PNG.");
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [bits, kind, , , interlaced] = file.subarray(24, 29);
  const channels = kind === 2 ? 3 : 4;
  if (bits !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error("Only PNGs of 8 bits a channel, RGB or RGBA, not interlaced, can be read.");
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const data = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = Buffer.from(data.subarray(start + 1, start + 1 + stride));
    unfilter(data[start] ?? 0, row, above, channels);
    for (let x = 0; x < width; x++) pixels[y * width + x] = row.readUIntBE(x * channels, 3);
    above = row;
  }
  return { width, height, pixels };
}

/** PNG specification, section 9: each byte is stored as its difference to a guess from its neighbors. */
function unfilter(filter: number, row: Buffer, above: Buffer, channels: number): void {
  for (let at = 0; at < row.length; at++) {
    const left = at < channels ? 0 : (row[at - channels] ?? 0);
    const up = above[at] ?? 0;
    const upLeft = at < channels ? 0 : (above[at - channels] ?? 0);
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)];
    row[at] = ((row[at] ?? 0) + (guesses[filter] ?? 0)) & 255;
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}

function nearest(color: number, palette: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  for (const [at, other] of palette.entries()) {
    const red = (color >> 16) - (other >> 16);
    const green = ((color >> 8) & 255) - ((other >> 8) & 255);
    const blue = (color & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance >= least) continue;
    least = distance;
    best = at;
  }
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
