/** The store fails for outside reasons, so its failure is a value. */
export async function toResult<T>(
  promise: Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string }> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
