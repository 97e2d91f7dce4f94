import { isObject } from "../text/json-guards";
import { readPage, textOf, unreadable, type Listed } from "./list-page";
import type { ExchangeParameters } from "./exchange";
import { queuesRequest } from "./read-requests";

export interface Queue {
  readonly name: string;
  /** Absent if the response does not include it. */
  readonly active?: boolean;
}

export interface ListQueuesParameters extends ExchangeParameters {
  /** The maximum number of pages, one call each, 10 queues per page in the sample; 5 by default. */
  readonly maxCalls?: number;
  /** Receives all queues so far; returning true stops reading. */
  readonly enough?: (queues: readonly Queue[]) => boolean;
}

/**
 * Reads the account's agent queues. Requires the scope "Configuration", not "Campaign Management". The sample response
 * contradicts itself (`hasMore` with one result of one), so the count decides if there is one, else `hasMore`.
 */
export async function listQueues(parameters: ListQueuesParameters): Promise<Listed<Queue>> {
  const { maxCalls = 5, enough = () => false } = parameters;
  const queues: Queue[] = [];
  let count = 0;
  for (let page = 1; page <= maxCalls; page++) {
    const answer = await readPage(parameters, (connection, token) => queuesRequest(connection, page, token));
    if (answer.kind === "unavailable") return answer;
    const { response } = answer;
    const part = readPart(response);
    if (part === undefined) return unreadable(response);
    // The page parameter is not documented, so the server may have ignored it.
    if (page > 1 && part.page !== page) break;
    queues.push(...part.queues);
    count += part.count;
    const { total, hasMore } = part;
    const isEnd = total === undefined ? hasMore === false : count >= total;
    if (isEnd) return { kind: "listed", items: queues, complete: queues.length === count };
    if (part.count === 0 || enough(queues)) break;
  }
  return { kind: "listed", items: queues, complete: false };
}

interface Part {
  readonly queues: readonly Queue[];
  /** Entries on this page, readable or not. */
  readonly count: number;
  readonly page: unknown;
  readonly hasMore: unknown;
  readonly total: number | undefined;
}

/** The documented response has no envelope; inside the envelope of the other calls it would be `data`. */
function readPart(response: unknown): Part | undefined {
  if (!isObject(response)) return undefined;
  const bare = isObject(response["data"]) ? response["data"] : response;
  if (!Array.isArray(bare["results"])) return undefined;
  const results: readonly unknown[] = bare["results"];
  const { page, hasMore, totalResults } = bare;
  return {
    queues: results.map(readQueue).filter((queue) => queue !== undefined),
    count: results.length,
    page,
    hasMore,
    total: typeof totalResults === "number" ? totalResults : undefined,
  };
}

function readQueue(value: unknown): Queue | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value["name"]);
  const active = value["isActive"];
  if (name === undefined) return undefined;
  return { name, ...(typeof active === "boolean" ? { active } : {}) };
}
