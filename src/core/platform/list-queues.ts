import { isRecord, readPage, textOf, unreadable, type Listed } from "./list-page";
import type { ExchangeParameters } from "./exchange";
import { queuesRequest } from "./read-requests";

export interface Queue {
  readonly name: string;
  /** Absent when the answer does not say. */
  readonly active?: boolean;
}

export interface ListQueuesParameters extends ExchangeParameters {
  /** Pages read at most, one call each, 10 queues a page in the sample; 5 by default. */
  readonly maxCalls?: number;
  /** Given all queues so far, says whether that will do. */
  readonly enough?: (queues: readonly Queue[]) => boolean;
}

/**
 * The account's agent queues. Needs the scope "Configuration", which is another than "Campaign Management".
 *
 * The sample answer contradicts itself (`hasMore` with one result of one), so the count decides where there is one,
 * and `hasMore` where there is none.
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
    // What was asked for in a way that is not documented may not have been heard.
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

/** The documented answer is bare; inside the envelope of the other calls it would be `data`. */
function readPart(response: unknown): Part | undefined {
  if (!isRecord(response)) return undefined;
  const bare = isRecord(response["data"]) ? response["data"] : response;
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
  if (!isRecord(value)) return undefined;
  const name = textOf(value["name"]);
  const active = value["isActive"];
  if (name === undefined) return undefined;
  return { name, ...(typeof active === "boolean" ? { active } : {}) };
}
