/**
 * Calls the listener at the first Ctrl+C or SIGTERM. The second has its default action: it ends the process. The result
 * removes the listener.
 */
export function onInterrupt(listener: () => void): () => void {
  const stopListening = (): void => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
  const onSignal = (): void => {
    stopListening();
    listener();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stopListening;
}
