/** What can go wrong, what stops it, and the tests that show it. `hostile-text.ts` has the threats of texts and files. */
import { hostileText } from "./hostile-text";

export interface Threat {
  readonly what: string;
  /** What stops it. */
  readonly stopped: string;
  /** Tests that show it: a file, and the words of the test's title in it. */
  readonly shown: readonly (readonly [file: string, title: string])[];
}

export interface Group {
  readonly title: string;
  readonly threats: readonly Threat[];
}

export const groups: readonly Group[] = [
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
          ["test/faults/load.test.ts", "send one request, ${ROUNDS} times in a row"],
          [
            "test/faults/load.test.ts",
            "have one outcome, at most one request and one ledger entry each, though one in ten meets a fault",
          ],
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
        what: "A process dies, stops or is set to another time while it uses the log",
        stopped:
          "The lock names its process and is created in one step. A dead process's lock is removed, a running one's never. A new text replaces the old one in one step.",
        shown: [
          [
            "test/unit/node/ledger-kills.test.ts",
            "loses no complete entry and blocks nobody, whatever step it had reached",
          ],
          [
            "test/unit/node/ledger-lock.test.ts",
            "is free for the next process at once if a process is killed",
          ],
          ["test/unit/node/ledger-file.test.ts", "is not written by a process that was suspended"],
          ["test/unit/node/ledger-file.test.ts", "breaks the lock of a dead process whose number another"],
          ["test/unit/node/ledger-holders.test.ts", "stays with a running process of another user"],
          ["test/unit/node/ledger-holders.test.ts", "because the clock was set back"],
        ],
      },
      {
        what: "The log is damaged, cut, full, or on a disk without space",
        stopped:
          "Every line has a hash, and the file has a count. Damage is reported and the old text is kept. What cannot be recorded is not sent.",
        shown: [
          ["test/unit/node/ledger-file.test.ts", "saves a damaged text byte for byte before replacing it"],
          ["test/unit/ledger/ledger-text.test.ts", "still contains every complete entry, and nothing else"],
          ["test/unit/ledger/ledger-text.test.ts", "never yields a different entry if any byte changes"],
          ["test/fuzz/targets.ts", "a damaged log contains only entries that were written"],
          ["test/unit/node/ledger-file.test.ts", "keeps the old text if there is no space for ${what}"],
          [
            "test/unit/node/ledger-full.test.ts",
            "keeps its entries and gives the reason if ${step} meets ${code}",
          ],
          ["test/unit/node/ledger-full.test.ts", "sends nothing and gives the reason, with ${code}"],
          ["test/unit/node/ledger-file.test.ts", "rejects in a read-only folder, but can still be read"],
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
  hostileText,
  {
    title: "The package",
    threats: [
      {
        what: "A library brings in unknown code",
        stopped:
          "Few libraries, each with a reason ([decision 1](decisions/0001-runtime-dependencies.md)), fixed versions with checksums, allowed licenses only, and a list next to the VSIX (CycloneDX). Install scripts of development tools are declared in `package.json`, and only the bundler's is allowed.",
        shown: [
          ["test/unit/supply-chain.test.ts", "have fixed versions and checksums in ${folder}"],
          ["test/unit/supply-chain.test.ts", "are bundled in a locked version and with an allowed license"],
          [
            "test/unit/supply-chain.test.ts",
            "is refused with a license that is not allowed, and without one",
          ],
          ["test/unit/supply-chain.test.ts", "are declared, each with whether it may run"],
          [
            "test/unit/vsix-content.test.ts",
            "has a list of the same packages next to it, with version and license",
          ],
          ["test/unit/vsix-content.test.ts", "contains the notices of every package in it"],
        ],
      },
      {
        what: "A package differs from its source, or reveals the computer that built it",
        stopped:
          "The same source gives the same bytes, whatever the folder, the time, the time zone and the umask.",
        shown: [
          ["test/unit/vsix-content.test.ts", "is the same file if the same source is built again in another"],
          ["test/unit/vsix-content.test.ts", "contains no path of the computer that built it"],
        ],
      },
    ],
  },
];
