import type { PracticeAccount } from "./account";
import { invalidArguments, refusal, refusals, type Answer } from "./answer";
import { createCampaign } from "./create-campaign";
import { campaignStatus, getCampaign, triggerCampaign, updateCampaign } from "./existing-campaign";
import { listCampaigns, listContactLists, listQueues } from "./reads";
import type { TokenGate } from "./token";

/** One call; its body is read but not parsed. Header names in lower case. */
export interface Call {
  readonly method: string;
  /** The raw request target: path and query, percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Accounts {
  now(): number;
  readonly tokens: TokenGate;
  /** The account with this id, created on first use. */
  account(id: string): PracticeAccount;
}

/** Responds to one call as the platform documents it. The order of the checks is address, credential, rate, content. */
export function answerCall(call: Call, accounts: Accounts): Answer {
  const { path, query } = split(call.target);
  const routes = path === undefined ? [] : toRoutes(path);
  if (routes.length === 0) return refusal(404, 404, "Not Found");
  const route = routes.find(({ method }) => method === call.method);
  if (route === undefined) return refusals.method;
  const accountId = call.headers["accountid"] ?? "";
  const refused = accounts.tokens.refusalOf(call.headers["auth"], accounts.now());
  if (refused !== undefined) return refused;
  if (accountId === "" || call.headers["iid"] !== route.streamId) return refusals.credentials;
  if (route.asksAccount && !isOnly(query.getAll("accountId"), accountId)) return refusals.credentials;
  const account = accounts.account(accountId);
  if (!account.admit()) return refusals.rateLimit;
  const missing = Object.entries(route.query).find(([name, value]) => !isOnly(query.getAll(name), value));
  if (missing !== undefined) return invalidArguments(`${missing[0]} must be ${missing[1]} in the query`);
  if (route.method === "GET") return route.answer(account, undefined, query);
  if (!/^application\/json\s*(;|$)/i.test(call.headers["content-type"] ?? ""))
    return refusal(415, 415, "Unsupported Media Type: Content-Type must be application/json");
  const body = parseBody(call.body);
  if (body === undefined) return refusal(400, 400, "The body is not JSON");
  return route.answer(account, body.value, query);
}

interface Route {
  readonly method: "GET" | "POST" | "PUT";
  readonly streamId: string;
  readonly asksAccount: boolean;
  /** Required query parameters besides the account id. */
  readonly query: Readonly<Record<string, string>>;
  readonly answer: (account: PracticeAccount, body: unknown, query: URLSearchParams) => Answer;
}

/** The calls at an address, one for each method. */
function toRoutes(path: readonly string[]): readonly Route[] {
  // Start and stop have no service in front.
  if (path[0] === "api") return triggerRoutes(path);
  const [service, api, version, scope, streamId, collection, ...rest] = path;
  if (api !== "api" || scope !== "public" || streamId === undefined || streamId === "") return [];
  if (service === "agentassist" && version === "v1" && collection === "queues" && rest.length === 0)
    return [{ method: "GET", streamId, asksAccount: false, query: {}, answer: listQueues }];
  return service === "campaign" && version === "v2" && collection === "campaign"
    ? campaignRoutes(streamId, rest)
    : [];
}

function triggerRoutes(path: readonly string[]): readonly Route[] {
  const [, version, scope, streamId, collection, action, id, ...rest] = path;
  if (version !== "v2" || scope !== "public" || streamId === undefined || streamId === "") return [];
  if (collection !== "campaign" || action !== "trigger" || id === undefined || rest.length > 0) return [];
  const answer: Route["answer"] = (account, _body, query) => {
    const trigger = query.getAll("trigger");
    if (isOnly(trigger, "play")) return triggerCampaign(account, id, "play");
    if (isOnly(trigger, "stop")) return triggerCampaign(account, id, "stop");
    return invalidArguments("trigger must be play or stop in the query");
  };
  return [{ method: "POST", streamId, asksAccount: true, query: { campaignType: "voice" }, answer }];
}

function campaignRoutes(streamId: string, rest: readonly string[]): readonly Route[] {
  const post = { method: "POST", streamId, asksAccount: true } as const;
  const [first, second, third] = rest;
  if (first === undefined) return [{ ...post, query: { campaignType: "voice" }, answer: createCampaign }];
  if (first === "getAllCampaignDetails" && second === undefined)
    return [{ ...post, query: {}, answer: listCampaigns }];
  if (third !== undefined) return [];
  if (first === "contactList" && second === "getAllListDetails")
    return [{ ...post, query: { type: "call" }, answer: listContactLists }];
  if (second === "status")
    return [{ ...post, query: { view: "status" }, answer: (account) => campaignStatus(account, first) }];
  if (second !== undefined || first === "") return [];
  return [
    { ...post, method: "GET", query: {}, answer: (account) => getCampaign(account, first) },
    {
      ...post,
      method: "PUT",
      query: { campaignType: "voice" },
      answer: (account, body) => updateCampaign(account, first, body),
    },
  ];
}

/**
 * Not `URL`, which normalizes "..": a practice server should see what was sent. `path` is absent when it cannot be
 * decoded.
 */
function split(target: string): { readonly path?: readonly string[]; readonly query: URLSearchParams } {
  const mark = target.indexOf("?");
  const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1));
  try {
    const path = (mark < 0 ? target : target.slice(0, mark)).split("/").slice(1).map(decodeURIComponent);
    return { path, query };
  } catch {
    return { query };
  }
}

function isOnly(values: readonly string[], expected: string): boolean {
  return values.length === 1 && values[0] === expected;
}

/** An empty body counts as `{}`: the read calls have no required arguments. */
function parseBody(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: text.trim() === "" ? {} : JSON.parse(text) };
  } catch {
    return undefined;
  }
}
