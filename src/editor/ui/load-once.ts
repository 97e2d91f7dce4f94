/**
 * Loads something once, for whoever asks. A load that failed is not kept: a file that could not be read a moment ago may
 * be readable now.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading === undefined) {
      const own = load();
      loading = own;
      own.catch(() => {
        if (loading === own) loading = undefined;
      });
    }
    return loading;
  };
}
