/**
 * CRC-32 (as in gzip) of a text's UTF-16 units, low byte first, in hex. It detects each change of one byte and of any
 * run of up to 32 bits. It protects against accidents, not against attackers: the log belongs to the person who reads
 * it.
 */
export function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    crc = (crc >>> 8) ^ (TABLE[(crc ^ unit) & 0xff] ?? 0);
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (unit >>> 8)) & 0xff] ?? 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
