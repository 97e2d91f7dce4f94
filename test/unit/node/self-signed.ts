import { generateKeyPairSync, randomUUID, sign } from "node:crypto";

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * An untrusted certificate, created at run time so that the repository contains no key: for 127.0.0.1, or for
 * the host with this name.
 */
export function selfSigned(host?: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = der(0x30, Buffer.from("06082a8648ce3d040302", "hex"));
  // OpenSSL finds issuers by name, so two with the same name would be confused.
  const commonName = der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from(randomUUID())));
  const name = der(0x30, der(0x31, commonName));
  const validity = der(
    0x30,
    der(0x17, Buffer.from("200101000000Z")),
    der(0x17, Buffer.from("491231235959Z")),
  );
  // subjectAltName with one IP address or one name: the host matches, so only trust is missing.
  const subject = host === undefined ? der(0x87, Buffer.from([127, 0, 0, 1])) : der(0x82, Buffer.from(host));
  const extension = der(0x30, Buffer.from("0603551d11", "hex"), der(0x04, der(0x30, subject)));
  const toBeSigned = der(
    0x30,
    Buffer.from("a003020102", "hex"),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(0x30, extension)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", toBeSigned, privateKey));
  const bytes = der(0x30, toBeSigned, ecdsaWithSha256, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${bytes}\n-----END CERTIFICATE-----\n`,
  };
}

/** One ASN.1 value: tag, length, content. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}
