import type { Group } from "./threats";

/** The threats of texts, files and folders that other people wrote. */
export const hostileText: Group = {
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
        ["test/unit/editor/hostile-workspace.test.ts", "is plain text in the items of submissions"],
        ["test/unit/cli/hostile-names.test.ts", "is inside one annotation of GitHub"],
        ["test/editor/hostile-workspace.vscode.test.ts", "as text in a hover, without a link or a command"],
        ["test/unit/hours/drawn-week.test.ts", "adds neither markup nor invisible characters to the picture"],
      ],
    },
    {
      what: "A file names a remote `$schema`, or a folder brings settings of its own",
      stopped:
        "The hint schema of the extension applies whatever `$schema` says, and nothing is fetched. A workspace can choose only when the rules run. A broken `.campaignlint.json` blocks submission.",
      shown: [
        ["test/editor/hostile-workspace.vscode.test.ts", "does not make the editor fetch or follow it"],
        ["test/unit/editor-manifest.test.ts", "let a workspace choose only when the rules run"],
        ["test/unit/lint/config-problems.test.ts", "reports __proto__ like any other unknown rule"],
      ],
    },
    {
      what: "A folder has a huge file or 100,000 campaigns",
      stopped:
        "A file over the limit is not read. A window reads at most 20,000 campaigns and keeps only what it compares, in turns between which it responds.",
      shown: [
        ["test/editor/hostile-workspace.vscode.test.ts", "reports a file of 10 MiB as too large"],
        ["test/editor/hostile-workspace.vscode.test.ts", "campaigns does not freeze the window"],
        [
          "test/unit/editor/hostile-workspace.test.ts",
          "fills the memory of the window with some of them only",
        ],
        ["test/unit/lint/campaign-index.test.ts", "does not keep the text of its file in memory"],
      ],
    },
    {
      what: "Long use fills the memory, or leaves listeners, timers and sockets behind",
      stopped:
        "Everything that is registered is disposed. Every run of the tests compares the heap in the middle and at the end: inside VS Code after 30 turns, which shows what grows by 50 kB a turn; `npm run endure` does so for up to 10,000 turns.",
      shown: [
        ["test/editor/endurance.vscode.test.ts", "leaves no listener, provider, timer or memory"],
        ["test/unit/node/leaks.test.ts", "to the practice server leave no socket, timer or memory behind"],
        ["test/unit/node/leaks.test.ts", "leave no listener, timer, socket or context behind"],
      ],
    },
    {
      what: "A file, a configuration, a response or a pasted command hangs the editor",
      stopped:
        "Every reader checks a limit before it works, reads in linear time and never recurses on the depth of its input. No regular expression is built from data.",
      shown: [
        ["test/unit/text/redaction/redact-lengths.test.ts", "The cost of a redactor"],
        ["test/unit/text/redaction/redact-lengths.test.ts", "an answer of 1.64 MB with 1,000 contact lists"],
        ["test/unit/account/cost.test.ts", "for an account four times as large"],
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
        [
          "test/editor/hostile-workspace.vscode.test.ts",
          "is searched once if its links lead in circles, in it and through another",
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
};
