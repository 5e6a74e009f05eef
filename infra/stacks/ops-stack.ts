import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { DELIVERIES_REFUSED, METRIC_NAMESPACE } from '../../functions/adapters/count-in-log.ts';
import type { DeploymentConfig } from '../config.ts';
import type { DataStack } from './data-stack.ts';
import type { DigestStack } from './digest-stack.ts';
import type { IngestStack } from './ingest-stack.ts';
import type { IntakeStack } from './intake-stack.ts';
import type { SimulationStack } from './simulation-stack.ts';
import type { ViewsStack } from './views-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export interface OpsStackProps extends StackProps {
  readonly config: DeploymentConfig;
  readonly data: DataStack;
  readonly ingest: IngestStack;
  readonly intake: IntakeStack;
  readonly workflow: WorkflowStack;
  readonly simulation: SimulationStack;
  readonly views: ViewsStack;
  readonly digest: DigestStack | null;
}

/**
 * What a person must act on (docs/guide/operator.md says how): a failure queue that is not empty, an execution that
 * failed, a sweep that does not run. Plain metrics only: the emulator refuses metric math.
 */
export class OpsStack extends Stack {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: OpsStackProps) {
    super(scope, id, props);
    const { ingest, intake, workflow, simulation, views, digest } = props;
    this.topic = new Topic(this, 'Alarms', { masterKey: props.data.workKey, enforceSSL: true });
    if (props.config.alarmEmail !== null) {
      this.topic.addSubscription(new EmailSubscription(props.config.alarmEmail));
    }

    const failureQueues = {
      IngestFailures: { queue: ingest.deadLetterQueue, what: 'A file could not be read after five tries' },
      IntakeFailures: {
        queue: intake.deadLetterQueue,
        what: 'A document that somebody uploaded could not be checked after five tries',
      },
      RelayFailures: { queue: workflow.relayFailures, what: 'A stored change did not reach the workflow' },
      ProjectFailures: {
        queue: views.projectFailures,
        what: 'A stored change did not reach the lists and figures',
      },
      SweepFailures: { queue: workflow.sweepFailures, what: 'A sweep failed after its retries' },
      SimulationFailures: {
        queue: simulation.deadLetterQueue,
        what: 'A simulation stopped: start it again when the cause is mended',
      },
      ...(digest !== null && {
        DigestFailures: { queue: digest.failures, what: 'A digest could not be mailed to somebody' },
      }),
    };
    for (const [id, { queue, what }] of Object.entries(failureQueues)) {
      this.alarmAtOne(
        id,
        what,
        queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      );
    }
    this.alarmAtOne(
      'FailedExecutions',
      'A denial lost its execution: the sweep starts another one, but something is wrong',
      workflow.machine.metricFailed({ period: Duration.minutes(5), statistic: 'Sum' }),
    );
    this.alarmAtOne(
      'DeliveryRefused',
      'A channel took no packet and will not until something is mended: the denial says what',
      new Metric({
        namespace: METRIC_NAMESPACE,
        metricName: DELIVERIES_REFUSED,
        period: Duration.minutes(5),
        statistic: 'Sum',
      }),
    );
    workflow.sweep.lambda
      .metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' })
      .createAlarm(this, 'SweepNotRun', {
        alarmDescription: 'No sweep for 30 minutes: nobody is reminded of a deadline',
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        threshold: 1,
        // Twice the schedule's 15 minutes. A sweep that runs and fails goes to the failure queue.
        evaluationPeriods: 2,
        // A schedule that is gone sends no metric at all.
        treatMissingData: TreatMissingData.BREACHING,
      })
      .addAlarmAction(new SnsAction(this.topic));
    new CfnOutput(this, 'alarmTopic', { value: this.topic.topicArn });
  }

  private alarmAtOne(id: string, description: string, metric: Metric): void {
    metric
      .createAlarm(this, id, {
        alarmDescription: description,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(this.topic));
  }
}
