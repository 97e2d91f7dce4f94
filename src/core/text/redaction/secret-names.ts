/** Whether a header or a field of this name carries a credential, here and in common proxies. */
export function isSecretName(name: string): boolean {
  return name.length <= LONGEST && SECRET_NAMES.has(name.trim().toLowerCase().replaceAll("_", "-"));
}

const LONGEST = 60;

/** In lower case. A field may contain `_` instead of `-`. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  ...["auth", "authorization", "proxy-authorization", "authentication", "x-auth-token", "x-api-key"],
  ...["cookie", "cookie2", "set-cookie", "set-cookie2", "api-key", "apikey", "jwt", "password"],
  ...["token", "access-token", "accesstoken", "refresh-token", "refreshtoken", "id-token", "idtoken"],
  ...["client-secret", "clientsecret"],
]);
