/**
 * Calls back once when npm, which started this process, is gone. npm passes a signal on to a shell that does not pass
 * it on: without this, ending npm would leave everything running.
 */
export function whenNpmIsGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
