import assert from "node:assert/strict";
import fc from "fast-check";
import {
  credentialExpiry,
  isFamiliarHost,
  parseConnection,
  parseHost,
  parseToken,
  secretsOf,
} from "../../../src/core/connection/connection";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (payload: unknown): string => `${encode({ alg: "HS256" })}.${encode(payload)}.c2ln`;

describe("parseHost", () => {
  const good: readonly (readonly [typed: string, host: string, loopback: boolean])[] = [
    ["https://platform.kore.ai", "https://platform.kore.ai", false],
    ["platform.kore.ai", "https://platform.kore.ai", false],
    [" https://platform.kore.ai/ ", "https://platform.kore.ai", false],
    ["HTTPS://Platform.Kore.AI:443", "https://platform.kore.ai", false],
    ["platform.kore.ai:8443", "https://platform.kore.ai:8443", false],
    ["bücher.example", "https://xn--bcher-kva.example", false],
    ["http://127.0.0.1:4000", "http://127.0.0.1:4000", true],
    ["http://127.1", "http://127.0.0.1", true],
    ["http://127.255.255.254/", "http://127.255.255.254", true],
    ["http://localhost:80", "http://localhost", true],
    ["http://[::1]:9", "http://[::1]:9", true],
    ["localhost:3000", "https://localhost:3000", true],
  ];
  for (const [typed, host, loopback] of good)
    it(`accepts ${JSON.stringify(typed)}`, () => {
      assert.deepEqual(parseHost(typed), { valid: true, host, loopback });
    });

  const bad = [
    ...[
      "",
      "   ",
      "https://",
      "ftp://platform.kore.ai",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "ws://x",
    ],
    ...[
      "http://platform.kore.ai",
      "http://localhost.evil.example",
      "http://127.0.0.1.evil.example",
      "http://0.0.0.0",
    ],
    ...["http://[::ffff:127.0.0.1]", "http://128.0.0.1", "http://localhost."],
    ...["https://user@platform.kore.ai", "https://a:b@platform.kore.ai", "https://@platform.kore.ai", "a@b"],
    ...[
      "https://platform.kore.ai/campaign",
      "https://platform.kore.ai//",
      "platform.kore.ai/x",
      "https:/platform.kore.ai",
    ],
    ...[
      "https://platform.kore.ai?x=1",
      "https://platform.kore.ai?",
      "https://platform.kore.ai/#",
      "platform.kore.ai#a",
    ],
    ...["https:\\\\platform.kore.ai", "https://good.example\\@evil.example", "https://plat form.kore.ai"],
    ...[
      "https://platform\n.kore.ai",
      "https://plat\u0000form.kore.ai",
      "https://platform.kore.ai:99999",
      "https://%",
    ],
  ];
  for (const typed of bad)
    it(`rejects ${JSON.stringify(typed)}`, () => {
      const parsed = parseHost(typed);
      assert.match(parsed.valid ? "taken" : parsed.reason, /^[A-Z].*\.$/);
    });

  it("returns an origin that names the same host when parsed again", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4Extended(),
          fc.string(),
          fc.string().map((s) => `http://${s}`),
        ),
        (typed) => {
          const parsed = parseHost(typed);
          if (!parsed.valid) return;
          const url = new URL(parsed.host);
          assert.equal(url.origin, parsed.host);
          assert.ok(url.protocol === "https:" || parsed.loopback);
          assert.deepEqual(parseHost(parsed.host), parsed);
        },
      ),
    );
  });
});

describe("isFamiliarHost", () => {
  const hosts: readonly (readonly [host: string, familiar: boolean])[] = [
    ["https://platform.kore.ai", true],
    ["https://de-platform.kore.ai:8443", true],
    ["http://127.0.0.1:4000", true],
    ["http://[::1]:9", true],
    ["https://kore.ai", false],
    ["https://platform.kore.ai.evil.example", false],
    ["https://platformkore.ai", false],
    ["https://campaigns.acme.example", false],
  ];
  for (const [host, familiar] of hosts)
    it(`${familiar ? "recognizes" : "does not recognize"} ${host}`, () =>
      assert.equal(isFamiliarHost(host), familiar));
});

describe("parseToken", () => {
  const token = jwt({ appId: "cs-1", exp: 1_700_000_000 });
  const pasted = [
    token,
    `  ${token}\n`,
    `Bearer ${token}`,
    `auth: ${token}`,
    `Authorization: Bearer ${token}`,
  ];
  for (const text of [...pasted, `auth:${token}`])
    it(`reads a token pasted as ${text.replace(token, "…").trim()}`, () => {
      assert.deepEqual(parseToken(text), { valid: true, token, expiresAt: 1_700_000_000_000 });
    });

  it("returns no expiry if the token has none within the range of dates", () => {
    for (const exp of [undefined, "soon", null, 1e300])
      assert.deepEqual(parseToken(jwt({ exp })), { valid: true, token: jwt({ exp }) });
  });

  const bad = [
    "",
    "Bearer ",
    "abc",
    "a.b.c",
    "a.b",
    `${token}.x.y`,
    token.slice(0, -5),
    token.replace(".", ". "),
  ];
  for (const text of [...bad, `${encode([])}.${encode({})}.s`, `${encode({})}.${encode(1)}.s`, `${token}é`])
    it(`rejects ${JSON.stringify(text.slice(0, 24))} without quoting it`, () => {
      const parsed = parseToken(text);
      if (parsed.valid) assert.fail("taken");
      if (text.length >= 9) assert.ok(!parsed.reason.includes(text.slice(0, 9)));
    });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseToken(text)));
  });
});

describe("parseConnection", () => {
  const record = {
    id: "1",
    name: "Test",
    host: "platform.kore.ai/",
    accountId: " a1 ",
    streamId: "st-1",
    production: true,
    credential: { kind: "token", token: " t.o.k " },
  };

  it("reads a record and normalizes it", () => {
    assert.deepEqual(parseConnection({ ...record, extra: 1 }), {
      valid: true,
      value: {
        ...record,
        host: "https://platform.kore.ai",
        accountId: "a1",
        credential: { kind: "token", token: "t.o.k" },
      },
    });
  });

  it("reads a client, without white space around ID and secret", () => {
    const credential = {
      kind: "client",
      clientId: " cs-1\n",
      clientSecret: " s3cret/with+all= \n",
      token: "x",
    };
    const parsed = parseConnection({ ...record, credential, hostAccepted: true });
    assert.ok(parsed.valid);
    const read = { kind: "client", clientId: "cs-1", clientSecret: "s3cret/with+all=" } as const;
    assert.deepEqual(parsed.value.credential, read);
    assert.equal(parsed.value.hostAccepted, true);
    assert.deepEqual([credentialExpiry(read), secretsOf(read)], [undefined, [read.clientSecret]]);
  });

  const client = { kind: "client", clientId: "cs-1", clientSecret: "s3cret-long-enough" };
  const clientFaults: readonly object[] = [
    ...[
      { clientId: "" },
      { clientId: 7 },
      { clientId: "cs 1" },
      { clientId: "cs-é" },
      { clientId: undefined },
    ],
    ...[
      { clientSecret: "" },
      { clientSecret: 7 },
      { clientSecret: "short" },
      { clientSecret: "s3cret\nin two" },
    ],
    ...[{ clientSecret: "s3cret-half \ud800" }, { clientSecret: undefined }],
  ];
  for (const fault of clientFaults)
    it(`rejects a client with ${JSON.stringify(fault)}, without quoting the secret`, () => {
      const parsed = parseConnection({ ...record, credential: { ...client, ...fault } });
      if (parsed.valid) assert.fail("taken");
      assert.ok(!parsed.reason.includes("s3cret"), parsed.reason);
    });

  const faults: readonly object[] = [
    ...[{ hostAccepted: false }, { hostAccepted: "yes" }, { credential: { kind: "other", token: "t.o.k" } }],
    ...[
      { id: "" },
      { name: 1 },
      { host: "http://platform.kore.ai" },
      { host: undefined },
      { production: "yes" },
    ],
    ...[{ accountId: "a\nb" }, { accountId: "" }, { accountId: "a\u0000" }, { accountId: "日本" }],
    ...[{ streamId: ".." }, { streamId: " . " }, { streamId: "st\r\nx: y" }, { streamId: 7 }],
    ...[
      { credential: undefined },
      { credential: { kind: "client" } },
      { credential: { kind: "token", token: "" } },
    ],
    ...[
      { credential: { kind: "token", token: "a\nauth: b" } },
      { credential: { kind: "token", token: "é€" } },
    ],
  ];
  for (const fault of faults)
    it(`rejects ${JSON.stringify(fault)}`, () => {
      assert.equal(parseConnection({ ...record, ...fault }).valid, false);
    });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseConnection(value)));
  });
});
