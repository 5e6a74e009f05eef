/**
 * Whether a failure may be gone at the next try: an outage, a throttled table, a process that was stopped. A fault of
 * the code, or a record that the database will never take, comes again with the same input.
 */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (
    error instanceof RangeError ||
    error instanceof TypeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  ) {
    return false;
  }
  if (error.name === 'ZodError' || error.name === 'ValidationException') return false;
  const reasons: unknown = 'CancellationReasons' in error ? error.CancellationReasons : [];
  return !(Array.isArray(reasons) && reasons.some((reason) => reason?.Code === 'ValidationError'));
}
