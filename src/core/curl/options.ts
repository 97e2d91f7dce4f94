import { refuse, type Parsed } from "../text/parsed";
import type { ShellCommand, Word } from "./posix-words";
import { plainOptions } from "./typographic";

/** The parts of the request that a cURL command would send and that are used here. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  /** The variables in the body that a shell would have replaced. */
  readonly variables: readonly string[];
  readonly notes: readonly string[];
}

/** How an option is read. All kinds but `flag` take a value. */
type Use = "flag" | "value" | "secret" | "request" | "header" | "url" | "data" | "data-raw" | "json";

/**
 * Reads the arguments of `curl`, without its name, as curl does. Options that read a file or send a form are refused.
 */
export function readCurlRequest({ words, input }: ShellCommand): Parsed<CurlRequest> {
  const urls: string[] = [];
  const bodies: { readonly use: Use; readonly word: Word }[] = [];
  const headers: { readonly name: string; readonly value: string }[] = [];
  const notes = new Set<string>();
  let method: string | undefined;
  const given = readOptions(words);
  if (!given.valid) return given;
  for (const { use, name, word } of given.value) {
    const { text } = word;
    if (use === "url") urls.push(text);
    else if (use === "request") method = text.toUpperCase();
    else if (use === "data-raw") bodies.push({ use, word });
    else if (use === "secret") notes.add(`The value of ${name} was left out.`);
    else if (use === "header" && text.startsWith("@")) notes.add("Headers from a file were left out.");
    else if (use === "header") headers.push(splitHeader(text));
    else if (use === "data" || use === "json") {
      if (!text.startsWith("@")) bodies.push({ use, word });
      else if (text !== "@-" && text !== "@/dev/stdin") return refuse(FROM_FILE);
      else if (input === undefined) return refuse(FROM_INPUT);
      else bodies.push({ use, word: input });
    }
  }
  const [url, ...more] = urls;
  if (url === undefined) return refuse("There is no address in the command.");
  if (more.length > 0)
    return refuse(
      "There is more than one address in the command; is something not in quotes that should be?",
    );
  // curl puts `&` between several bodies, but joins what --json gives as it is.
  if (bodies.length > 1 && bodies.some(({ use }) => use !== "json"))
    return refuse("There is more than one body in the command; a campaign is one.");
  if (bodies.length === 0)
    return refuse("There is no body in the command. The campaign is the value of --data.");
  return {
    valid: true,
    value: {
      method: method ?? "POST",
      url,
      headers,
      body: bodies.map(({ word }) => word.text).join(""),
      variables: bodies.flatMap(({ word }) => word.variables),
      notes: [...notes],
    },
  };
}

const FROM_FILE =
  "The body comes from a file, which the command only names. Paste the command with the body itself, or open that file and save it as .campaign.json.";
const FROM_INPUT =
  "The body comes from standard input, which the command does not contain. Paste the command with the body itself.";

interface Given {
  readonly use: Use;
  readonly name: string;
  readonly word: Word;
}

const nothing: Word = { text: "", variables: [] };

function readOptions(words: readonly Word[]): Parsed<readonly Given[]> {
  const given: Given[] = [];
  let options = true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? nothing;
    const { variables } = word;
    const text = asOption(word.text);
    if (!options || text === "-" || !text.startsWith("-")) given.push({ use: "url", name: "--url", word });
    else if (text === "--") options = false;
    else {
      const long = text.startsWith("--");
      // Short options without a value can be combined, and a value can follow its letter directly: -sSXPOST.
      for (let letters = long ? text : text.slice(1); letters !== "";) {
        const name = long ? text : `-${letters.slice(0, 1)}`;
        const use = useOf(name);
        letters = long ? "" : letters.slice(1);
        if (use === undefined) return refuse(unknown(name));
        if (use === "flag") continue;
        const value = letters === "" ? words[++at] : { text: letters, variables };
        if (value === undefined) return refuse(`The command ends where the value of ${name} should be.`);
        given.push({ use, name, word: value });
        letters = "";
      }
    }
  }
  return { valid: true, value: given };
}

/** Word processors replace one hyphen, or two, with another dash. */
function asOption(text: string): string {
  const options = plainOptions(text);
  if (options === undefined) return text;
  return options.find((option) => useOf(option) !== undefined) ?? options.at(-1) ?? text;
}

function useOf(name: string): Use | undefined {
  if (uses.has(name)) return uses.get(name);
  const flag = name.replace(/^--no-/, "--");
  return uses.get(flag) === "flag" ? "flag" : undefined;
}

/** An option is quoted only if it looks like one, because a token may be attached to it. */
function unknown(name: string): string {
  const shown =
    /^(?:-[A-Za-z0-9#:]|--[a-z]+(?:-[a-z]+){0,3})$/.test(name) && name.length < 30 ? name : "an option";
  return `The effect of ${shown} on the body is unknown here. Leave it out, or copy the body by itself.`;
}

function splitHeader(line: string): { readonly name: string; readonly value: string } {
  const colon = line.indexOf(":");
  return colon < 0
    ? { name: line.trim().toLowerCase(), value: "" }
    : { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
}

function named(use: Use, ...names: readonly string[]): [string, Use][] {
  return names.flatMap((line) => line.split(" ")).map((name) => [name, use]);
}

/**
 * The options that people, Postman and browsers write, out of 250. Omitted on purpose: --data-urlencode, -F and -T
 * (another kind of body), -G (it moves the body into the address), -K (it reads more options from a file), --next
 * (another request).
 */
const uses: ReadonlyMap<string, Use> = new Map([
  ...named("request", "-X --request"),
  ...named("header", "-H --header"),
  ...named("url", "--url"),
  ...named("data", "-d --data --data-ascii --data-binary"),
  ...named("data-raw", "--data-raw"),
  ...named("json", "--json"),
  ...named("secret", "-u --user -b --cookie --oauth2-bearer -E --cert --key --pass -U --proxy-user"),
  ...named(
    "flag",
    "-L --location --location-trusted --post301 --post302 --post303 --compressed -k --insecure -s --silent -S --show-error",
    "-v --verbose -i --include -f --fail --fail-with-body --fail-early -g --globoff -N --buffer -# --progress-bar",
    "--progress-meter --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 -0 -4 --ipv4 -6 --ipv6 -1 --tlsv1",
    "--tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --ssl-no-revoke --path-as-is -q --disable -O --remote-name --keepalive",
    "--retry-connrefused --retry-all-errors --trace-time --tcp-nodelay --styled-output --basic --anyauth",
  ),
  ...named(
    "value",
    "-A --user-agent -e --referer -o --output --output-dir -m --max-time --connect-timeout --retry --retry-delay",
    "--retry-max-time --max-redirs -x --proxy --noproxy -w --write-out -c --cookie-jar -D --dump-header --cacert --capath",
    "--resolve --connect-to --interface --ciphers --tls-max --limit-rate --trace --trace-ascii --stderr --proto",
    "--proto-redir --proto-default --cert-type --key-type --keepalive-time",
  ),
]);
