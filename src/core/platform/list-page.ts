import { exchange, type ExchangeParameters } from "./exchange";
import type { Outcome } from "./outcome";
import type { Connection } from "../connection/connection";
import type { HttpRequest, Transport } from "./transport";

/** A list of the account, as far as it could be read. */
export type Listed<T> =
  | {
      readonly kind: "listed";
      readonly items: readonly T[];
      /** False if there may be more than `items`: a missing item may still exist. */
      readonly complete: boolean;
    }
  /** An answer whose form is not known is the outcome `unknown`, `unexpected`. */
  | { readonly kind: "unavailable"; readonly outcome: Outcome };

export type Page =
  | { readonly kind: "page"; readonly response: unknown }
  | { readonly kind: "unavailable"; readonly outcome: Outcome };

/**
 * Makes one read call. A response without the vendor's envelope counts as a page too: the queues have none. The caller
 * checks that the list is the requested one.
 */
export async function readPage(
  parameters: ExchangeParameters,
  toRequest: (connection: Connection, token: string) => HttpRequest,
  maxBytes = MAX_BYTES,
): Promise<Page> {
  const transport: Transport = (request, options) => parameters.transport(request, { ...options, maxBytes });
  const { outcome } = await exchange({ ...parameters, transport }, toRequest);
  if (outcome.kind === "accepted") return { kind: "page", response: outcome.response };
  const isBare =
    outcome.kind === "unknown" && outcome.reason === "unexpected" && (outcome.httpStatus ?? 0) < 300;
  return isBare ? { kind: "page", response: outcome.response } : { kind: "unavailable", outcome };
}

/** 16 MiB: an account may have 1,000 contact lists, each listed with its campaigns, in one response. */
const MAX_BYTES = 16_777_216;

/** The response is JSON, but not the documented list. */
export function unreadable(
  response: unknown,
  detail = "The answer does not hold the list that was asked for.",
): Extract<Page, { readonly kind: "unavailable" }> {
  return { kind: "unavailable", outcome: { kind: "unknown", reason: "unexpected", detail, response } };
}

/** The value if it is a non-empty string. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Milliseconds since 1970, if the value is a text with a time. */
export function timeOf(value: unknown): number | undefined {
  const time = Date.parse(textOf(value) ?? "");
  return Number.isNaN(time) ? undefined : time;
}
