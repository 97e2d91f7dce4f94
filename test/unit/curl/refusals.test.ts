import assert from "node:assert/strict";
import fc from "fast-check";
import { fromCurl } from "../../../src/core/curl/import";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLXRlc3QifQ.c2lnbmF0dXJl";
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice";

describe("fromCurl", () => {
  const refused: readonly (readonly [what: string, command: string, because: RegExp])[] = [
    ["another command", `wget '${url}'`, /not a cURL command/],
    ["nothing", "", /not a cURL command/],
    ["more than 1 MiB", `curl '${url}' -d '${" ".repeat(1_048_576)}'`, /longer/],
    ["a substitution", `curl '${url}' -H "auth: $(cat token)" -d '{}'`, /would run/],
    ["a substitution in backticks", `curl '${url}' -d "{\\"name\\":\\"\`id\`\\"}"`, /would run/],
    ["a substitution in a default", `curl '${url}' -d "\${X:-$(id)}"`, /would run/],
    ["a pipe", `curl '${url}' -d '{}' | sh`, /goes on after it with \|/],
    ["a second command", `curl '${url}' -d '{}'; rm x`, /goes on after it with ;/],
    ["a redirection", `curl '${url}' -d '{}' > x`, /goes on after it with >/],
    ["an address without quotes", `curl ${url} -d '{}'`, /needs quotes/],
    ["a second line", `curl '${url}'\n-d '{}'`, /without a backslash/],
    ["a second line for cmd", `curl ^"${url.replace("&", "^&")}^"\n-d ^"{}^"`, /without a caret/],
    ["a pipe for cmd", `curl ^"${url.replace("&", "^&")}^" -d ^"{}^" | more`, /goes on after it with \|/],
    ["PowerShell", `curl '${url}' \`\n -d '{}'`, /PowerShell/],
    ["an unclosed quote", `curl '${url}' -H 'auth: ${token} -d '{}'`, /never closed/],
    ["an unclosed quote in bash syntax", `curl '${url}' -d $'{}`, /never closed/],
    ["an unclosed double quote", `curl '${url}' -d "{}`, /never closed/],
    ["no body", `curl '${url}'`, /no body/],
    ["no address", "curl -d '{}'", /no address/],
    ["two addresses", `curl '${url}' '${url}' -d '{}'`, /more than one address/],
    ["two bodies", `curl '${url}' -d 'a=1' -d 'b=2'`, /more than one body/],
    ["a file", `curl '${url}' -d @campaign.json`, /from a file/],
    ["a form", `curl '${url}' -F 'a=b'`, /-F/],
    ["a form in the body", `curl '${url}' -d 'auth=${token}'`, /web form/],
    ["an unknown option", `curl '${url}' --next -d '{}'`, /--next/],
    ["an option joined with a token", `curl '${url}' --header${token} -d '{}'`, /an option/],
    ["an option without its value", `curl '${url}' -d '{}' -H`, /-H/],
    ["a body that is not JSON", `curl '${url}' -d 'hello'`, /not JSON/],
    ["a placeholder in the body", `curl '${url}' -d '{"priority": {{p}}}'`, /placeholder/],
    ["a list", `curl '${url}' -d '[]'`, /not one campaign/],
    ["deep nesting", `curl '${url}' -d '${"[".repeat(5000)}'`, /nested/],
  ];
  for (const [what, command, because] of refused)
    it(`rejects ${what} with a helpful message`, () => {
      const parsed = fromCurl(command);
      assert.ok(!parsed.valid);
      assert.match(parsed.reason, because);
      assert.ok(!/eyJ|c2lnb/.test(parsed.reason));
    });

  it("never throws and never quotes the token, for any truncated or altered command", () => {
    const command = `curl '${url}' \\\n  -H 'auth: ${token}' \\\n  --data-raw $'{"name": "It\\'s \\u00e9"}' --compressed`;
    const place = fc.nat({ max: command.length });
    const parts = fc.constantFrom("'", '"', "\\", "$", "`", "^", "\n", "|", "-d", " ", "{", "\0", "");
    fc.assert(
      fc.property(place, place, parts, (from, length, put) => {
        const parsed = fromCurl(`${command.slice(0, from)}${put}${command.slice(from + length)}`);
        const said = parsed.valid ? parsed.value.notes.join() + parsed.value.text : parsed.reason;
        assert.ok(!said.includes("eyJhbGciOi"));
      }),
      { numRuns: 500 },
    );
  });
});
