import type { NotSent } from "../platform/outcome";
import type { Place } from "./place";

export type NextStep = string | Readonly<Record<Place, string>>;

/**
 * VS Code puts its proxy and certificate settings under the `http` and `https` modules that an extension's requests
 * go through. Node 20 reads no proxy from the environment, and the command line adds none.
 */
export const NOT_SENT: Readonly<Record<NotSent["reason"], readonly [cause: string, nextStep: NextStep]>> = {
  "token-expired": [
    "The token of the connection has expired.",
    {
      editor: "Make a new token and save it in the connection.",
      terminal: "Make a new token and put it into the environment variable CAMPAIGN_JSON_TOKEN.",
    },
  ],
  "invalid-connection": ["The connection is not complete.", "Correct the connection."],
  refused: ["Nothing answers at this address.", "Check the host and port of the connection."],
  dns: ["The host name is not known.", behindProxy("Check the host of the connection and your network.")],
  tls: [
    "The server could not prove who it is.",
    {
      editor:
        "Check the host of the connection. Behind a company proxy, have its certificate put into the operating " +
        "system's store and restart VS Code, which takes it from there with the setting http.systemCertificates, on by " +
        "default. Switching http.proxyStrictSSL off changes nothing here: without the check, anyone on the way could " +
        "read the credential.",
      terminal:
        "Check the host. Behind a company proxy, name a file with its certificate in the environment variable " +
        "NODE_EXTRA_CA_CERTS. Do not switch the check off: anyone on the way could then read the credential.",
    },
  ],
  unreachable: ["The network has no way to the host.", behindProxy("Check your network or VPN.")],
  proxy: [
    "The proxy between you and the host refused.",
    {
      editor: "Check the settings http.proxy and http.proxySupport, and that you are signed in to the proxy.",
      terminal:
        "The command line goes straight to the host and takes no proxy from HTTPS_PROXY: ask for a direct way to the " +
        "host, or submit from VS Code, which uses its setting http.proxy.",
    },
  ],
  timeout: ["The connection did not open in time.", behindProxy("Check your network or VPN.")],
  reset: ["The connection broke before it was open.", behindProxy("Check your network or VPN.")],
  cancelled: ["It was stopped before it left.", "Send it when you are ready."],
  "too-large": ["The exchange was larger than allowed.", "Check the host of the connection."],
  unreadable: ["The server does not speak HTTP.", "Check the host and port of the connection."],
  other: ["It could not be sent.", "Check the connection."],
};

/** What a person does in the place where they are. */
export function nextStepAt(nextStep: NextStep, place: Place): string {
  return typeof nextStep === "string" ? nextStep : nextStep[place];
}

/** Where the host is only reached through a proxy, this is how it shows. */
function behindProxy(nextStep: string): NextStep {
  return {
    editor: `${nextStep} Behind a company proxy, check the setting http.proxy.`,
    terminal: `${nextStep} The command line goes straight to the host and takes no proxy from HTTPS_PROXY.`,
  };
}
