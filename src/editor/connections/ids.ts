/** A hint if this may be another kind of ID. Never a rejection, because the platform documents no format for IDs. */
export function accountIdHint(id: string): string | undefined {
  return /^st-/i.test(id)
    ? "This looks like a stream ID. Account IDs don’t usually start with st-."
    : undefined;
}

export function streamIdHint(id: string): string | undefined {
  return /^st-./.test(id) ? undefined : "Stream IDs usually start with st-. Check this one.";
}
