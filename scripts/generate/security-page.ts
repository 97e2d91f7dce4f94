import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Output } from "./output";

interface Threat {
  readonly what: string;
  /** What stops it. */
  readonly stopped: string;
  /** Tests that show it: a file, and the words of the test's title in it. */
  readonly shown: readonly (readonly [file: string, title: string])[];
}

interface Group {
  readonly title: string;
  readonly threats: readonly Threat[];
}

const groups: readonly Group[] = [
  {
    title: "Credentials",
    threats: [
      {
        what: "A workspace setting or file sends a credential to another host",
        stopped:
          "A connection is one record in secret storage: host, account and credential together. No setting names a host. The host of a connection can't be edited.",
        shown: [
          ["test/ui/connections.test.ts", "are edited by keyboard, except for their host, and tested"],
          [
            "test/unit/node/doctor.test.ts",
            "sends no credential to an unfamiliar host that only the environment names",
          ],
        ],
      },
      {
        what: "An untrusted folder uses a saved credential",
        stopped: "Trust of the workspace is checked where the credential is read, not per command.",
        shown: [
          [
            "test/unit/editor/connections-trust.test.ts",
            "is not used to submit or to check against the account",
          ],
        ],
      },
      {
        what: "A redirect carries the token elsewhere",
        stopped: "Redirects are refused and reported with their target.",
        shown: [
          ["test/unit/node/bundle.test.ts", "does not follow redirects"],
          ["test/unit/node/doctor-faults.test.ts", "reports a host that is not the platform, or redirects"],
        ],
      },
      {
        what: "A token travels without encryption, or to a server with a forged certificate",
        stopped:
          "`https` only, `http` only to this computer. Nothing is sent to another computer while certificate checks are turned off.",
        shown: [
          ["test/unit/node/certificate-checks.test.ts", "no credentials are sent to"],
          [
            "test/unit/node/doctor-faults.test.ts",
            "reports an untrusted certificate, before the credentials are sent",
          ],
        ],
      },
      {
        what: "A secret appears in a log, a panel, an error, a file or a screenshot, in any spelling",
        stopped:
          "One redactor in front of every output: plain, URL, JSON, HTML, Base64 and hex forms, of any length. It shows nothing when it fails.",
        shown: [
          ["test/unit/text/redaction/redact-lengths.test.ts", "removes every length from 4 to 300"],
          ["test/unit/text/redaction/redact-lengths.test.ts", "A redactor that fails"],
          ["test/ui/canary.test.ts", "in outcomes, account checks and the history"],
          ["test/fuzz/targets.ts", "no secret remains, and no character hides another"],
        ],
      },
      {
        what: "A secret is visible in the list of processes or in the shell's history",
        stopped:
          "No option takes a secret. Secrets come from the environment or from secret storage; exported cURL commands name a variable.",
        shown: [["test/unit/cli/curl.test.ts", "prints the request, with a variable instead of the token"]],
      },
    ],
  },
  {
    title: "Calls to real people",
    threats: [
      {
        what: "A campaign is created twice, by two windows, two processes or a second try",
        stopped:
          "The submission is recorded in a locked file before the request is sent. No request that changes the account is repeated.",
        shown: [
          [
            "test/unit/node/submit-processes.test.ts",
            "sends one request of several that start at the same time",
          ],
          ["test/unit/node/ledger-file.test.ts", "lets one of many processes start the same submission"],
          ["test/faults/matrix.test.ts", "one attempt, no other server reached"],
        ],
      },
      {
        what: "A process dies between request and response",
        stopped: "The record stays open. The next run looks the campaign up before anything is sent.",
        shown: [
          [
            "test/unit/node/submit-processes.test.ts",
            "looks up the submission of a killed process if the account",
          ],
        ],
      },
      {
        what: "The log is damaged, cut, full, or on a disk without space",
        stopped:
          "Every line has a hash, and the file has a count. Damage is reported and the old text is kept. What cannot be recorded is not sent.",
        shown: [
          ["test/unit/node/ledger-file.test.ts", "saves a damaged text byte for byte before replacing it"],
          [
            "test/unit/node/submit-ledger.test.ts",
            "that cannot be written: nothing is sent that could not be recorded",
          ],
        ],
      },
      {
        what: "A person submits to real people by mistake",
        stopped: "The question names connection, lists and hours, and asks for the campaign's name.",
        shown: [
          ["test/unit/node/submit-ledger.test.ts", "asks for the campaign's name, and does not accept a yes"],
          [
            "test/ui/connections.test.ts",
            "to production warn about real people and send exactly once to their own host",
          ],
        ],
      },
    ],
  },
  {
    title: "Hostile text",
    threats: [
      {
        what: "A server's answer, a file name or a campaign's name becomes a link, a command or an escape sequence",
        stopped:
          "Everything shown passes one gate per output, which makes control, format and bidirectional characters visible.",
        shown: [
          ["test/unit/text/plain.test.ts", "contains no link and no invisible character, whatever the input"],
          [
            "test/ui/connections.test.ts",
            "never turn a server’s text into a link, an escape sequence or a token",
          ],
          ["test/unit/cli/process-edges.test.ts", "prints no escape sequence from an argument"],
          ["test/unit/cli/github.test.ts", "escapes characters that would end a command or a property"],
        ],
      },
      {
        what: "A file, a configuration, a response or a pasted command hangs the editor",
        stopped:
          "Every reader checks a limit before it works, reads in linear time and never recurses on the depth of its input. No regular expression is built from data.",
        shown: [
          ["test/unit/text/redaction/redact-lengths.test.ts", "The cost of a redactor"],
          ["test/fuzz/targets.ts", "steps for"],
          ["test/unit/cli/lint-files.test.ts", "reports a huge file as too large without reading all of it"],
        ],
      },
      {
        what: "A folder contains circular links, or links out of it",
        stopped: "Each file is checked once. Links that lead in circles end the search there.",
        shown: [
          ["test/unit/cli/lint-search.test.ts", "ends even if every folder links to all others"],
          [
            "test/unit/cli/lint-search.test.ts",
            "never includes the root of the disk, by name, by pattern or by link",
          ],
        ],
      },
      {
        what: "A pasted cURL command runs something, or its token ends up in the campaign",
        stopped: "The command is parsed, never run. Credentials in it are left out and named.",
        shown: [
          [
            "test/unit/curl/refusals.test.ts",
            "never throws and never quotes the token, for any truncated or altered command",
          ],
        ],
      },
      {
        what: "Random bytes cause an exception or a broken fix",
        stopped: "A thousand random documents in every run of the tests; `npm run fuzz` for more.",
        shown: [["test/fuzz/fuzz.test.ts", "break no reader of text"]],
      },
      {
        what: "The picture of the calling week loads or runs something",
        stopped: "The panel has a strict content security policy and no remote resources.",
        shown: [
          [
            "test/unit/editor/hours-page.test.ts",
            "has one script and one style, both with its nonce, and no inline handler or style",
          ],
        ],
      },
    ],
  },
  {
    title: "The package",
    threats: [
      {
        what: "A library brings in unknown code",
        stopped:
          "Few libraries, each with a reason ([decision 1](decisions/0001-runtime-dependencies.md)), fixed versions, allowed licenses only, and a list next to the VSIX (CycloneDX). Install scripts of development tools are declared in `package.json`.",
        shown: [
          [
            "test/unit/vsix-content.test.ts",
            "has a list of the same packages next to it, with version and license",
          ],
          ["test/unit/vsix-content.test.ts", "contains the notices of every package in it"],
        ],
      },
      {
        what: "A package differs from its source, or reveals the computer that built it",
        stopped: "The same source gives the same bytes, without times and paths.",
        shown: [
          ["test/unit/vsix-content.test.ts", "is the same file regardless of when it is built"],
          ["test/unit/vsix-content.test.ts", "contains no path of the computer that built it"],
        ],
      },
    ],
  },
];

/** What can go wrong, what stops it, and the tests that show it. Fails if a test is not there any more. */
export async function securityPage(project: string): Promise<Output> {
  const missing: string[] = [];
  const texts = new Map<string, string>();
  for (const [file, title] of groups.flatMap(({ threats }) => threats.flatMap(({ shown }) => shown))) {
    const text = texts.get(file) ?? (await readFile(path.join(project, file), "utf8"));
    texts.set(file, text);
    if (!text.includes(title)) missing.push(`${file}: ${title}`);
  }
  if (missing.length > 0)
    throw new Error(`The security page names tests that do not exist:\n${missing.join("\n")}`);
  const sections = groups.flatMap(({ title, threats }) => [
    `## ${title}`,
    ["| Threat | What stops it | Shown by |", "| --- | --- | --- |", ...threats.map(row)].join("\n"),
  ]);
  const content = [
    "# Threats, and what stops them",
    "`npm run generate` writes this page and fails if a test that it names is gone. [SECURITY.md](../SECURITY.md) says what the project promises and how to report a vulnerability.",
    ...sections,
  ].join("\n\n");
  return { path: "docs/security.md", content: `${content}\n` };
}

function row({ what, stopped, shown }: Threat): string {
  const files = [...new Set(shown.map(([file]) => file))].map(
    (file) => `[${path.basename(file)}](../${file})`,
  );
  return `| ${what} | ${stopped} | ${files.join(", ")} |`;
}
