export const METRIC_NAMESPACE = 'Overturn';
/** Packets that a channel refused to take. */
export const DELIVERIES_REFUSED = 'DeliveriesRefused';

/**
 * Counts one in a metric of CloudWatch, which reads it from the log line (embedded metric format): no call, no right.
 *
 * @param at instant, ISO UTC
 */
export function countInLog(metric: typeof DELIVERIES_REFUSED, at: string): void {
  console.info(
    JSON.stringify({
      _aws: {
        Timestamp: Date.parse(at),
        CloudWatchMetrics: [
          { Namespace: METRIC_NAMESPACE, Dimensions: [[]], Metrics: [{ Name: metric, Unit: 'Count' }] },
        ],
      },
      [metric]: 1,
    }),
  );
}
