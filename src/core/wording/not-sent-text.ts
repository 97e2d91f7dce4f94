import type { NotSent } from "../platform/outcome";
import type { Place } from "./place";

export type NextStep = string | Readonly<Record<Place, string>>;

/**
 * VS Code puts its proxy and certificate settings under the `http` and `https` modules that an extension's requests
 * go through. Node 20 reads no proxy from the environment, and the command line adds none. Each cause makes sense without
 * the words after its colon, too.
 */
export const NOT_SENT: Readonly<Record<NotSent["reason"], readonly [cause: string, nextStep: NextStep]>> = {
  "token-expired": [
    "The token of the connection has expired.",
    {
      editor: "Create a new token and save it in the connection.",
      terminal: "Create a new token and set the environment variable CAMPAIGN_JSON_TOKEN to it.",
    },
  ],
  "invalid-connection": ["The connection is incomplete.", "Correct the connection."],
  refused: [
    "The connection was refused: no server is listening at this address.",
    "Check the host and port of the connection.",
  ],
  dns: [
    "The host name could not be resolved.",
    behindProxy("Check the host of the connection and your network."),
  ],
  tls: [
    "The server's certificate could not be verified.",
    {
      editor:
        "Check the host of the connection. Behind a company proxy, add its certificate to the operating " +
        "system's store and restart VS Code, which reads it from there (setting http.systemCertificates, on by " +
        "default). Turning http.proxyStrictSSL off has no effect here: without the check, anyone in between could " +
        "read the credential.",
      terminal:
        "Check the host. Behind a company proxy, set the environment variable " +
        "NODE_EXTRA_CA_CERTS to a file with its certificate. Do not turn the check off: anyone in between could then read the credential.",
    },
  ],
  unreachable: ["There is no route to the host.", behindProxy("Check your network or VPN.")],
  proxy: [
    "The proxy refused the request.",
    {
      editor: "Check the settings http.proxy and http.proxySupport, and that you are signed in to the proxy.",
      terminal:
        "The command line connects directly to the host and ignores HTTPS_PROXY: ask for direct access to the " +
        "host, or use VS Code, which goes through its setting http.proxy.",
    },
  ],
  timeout: ["Connecting to the host timed out.", behindProxy("Check your network or VPN.")],
  reset: ["The connection closed before it was established.", behindProxy("Check your network or VPN.")],
  cancelled: ["It was canceled before it was sent.", "Send it when you are ready."],
  "too-large": ["The request or response was larger than allowed.", "Check the host of the connection."],
  unreadable: ["The server's response is not HTTP.", "Check the host and port of the connection."],
  other: ["The request could not be sent.", "Check the connection."],
};

/** What a person does in the place where they are. */
export function nextStepAt(nextStep: NextStep, place: Place): string {
  return typeof nextStep === "string" ? nextStep : nextStep[place];
}

/** Where the host is only reached through a proxy, this is how it shows. */
function behindProxy(nextStep: string): NextStep {
  return {
    editor: `${nextStep} Behind a company proxy, check the setting http.proxy.`,
    terminal: `${nextStep} The command line connects directly to the host and ignores HTTPS_PROXY.`,
  };
}
