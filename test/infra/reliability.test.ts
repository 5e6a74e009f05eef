import { expect, inject, test } from 'vitest';
import { resourcesOf } from './support/synthesis.ts';

const { aws } = inject('synthesised');
const one = (type: string, idPrefix = '') => {
  const found = resourcesOf(aws, type).filter(({ id }) => id.startsWith(idPrefix));
  expect(found).toHaveLength(1);
  // biome-ignore lint/style/noNonNullAssertion: the line above says so.
  return found[0]!.Properties;
};

test('every queue is encrypted by a key of ours and refuses plain http', () => {
  const queues = resourcesOf(aws, 'AWS::SQS::Queue');
  expect(queues).toHaveLength(10);
  for (const { Properties } of queues) expect(Properties.KmsMasterKeyId).toBeDefined();
  const policies = resourcesOf(aws, 'AWS::SQS::QueuePolicy').filter(({ Properties }) =>
    JSON.stringify(Properties.PolicyDocument).includes('"aws:SecureTransport":"false"'),
  );
  expect(policies).toHaveLength(10);
});

test.each(['Ingest', 'Intake'])(
  'a message stays hidden six times as long as %s may take, and is set aside after five tries',
  (name) => {
    const queue = one('AWS::SQS::Queue', `${name}Queue`);
    expect(queue.VisibilityTimeout).toBe(6 * one('AWS::Lambda::Function', `${name}Function`).Timeout);
    expect(queue.RedrivePolicy.maxReceiveCount).toBe(5);
  },
);

test.each(['Ingest', 'Intake'])('%s reports failed messages one by one and reads five at once', (name) => {
  const [mapping] = resourcesOf(aws, 'AWS::Lambda::EventSourceMapping').filter(
    ({ stack }) => stack === `Overturn${name}`,
  );
  expect(mapping?.Properties).toMatchObject({
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 5 },
  });
});

test('the relay hears of outbox items and waits only, and sets aside what fails five times', () => {
  const [mapping] = resourcesOf(aws, 'AWS::Lambda::EventSourceMapping').filter(
    ({ stack }) => stack === 'OverturnWorkflow',
  );
  const { FilterCriteria, DestinationConfig, ...rest } = mapping?.Properties ?? {};
  expect(FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual(
    ['OUTBOX#', 'WAIT#'].map((prefix) => ({
      eventName: ['INSERT'],
      dynamodb: { Keys: { sk: { S: [{ prefix }] } } },
    })),
  );
  expect(rest).toMatchObject({
    MaximumRetryAttempts: 5,
    MaximumRecordAgeInSeconds: 3600,
    BisectBatchOnFunctionError: true,
  });
  expect(JSON.stringify(DestinationConfig.OnFailure)).toContain('RelayFailures');
});

test('views hear of changed records only, and a record that cannot be projected is set aside alone', () => {
  const [mapping] = resourcesOf(aws, 'AWS::Lambda::EventSourceMapping').filter(
    ({ stack }) => stack === 'OverturnViews',
  );
  const { FilterCriteria, DestinationConfig, ...rest } = mapping?.Properties ?? {};
  expect(FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual(
    ['INSERT', 'MODIFY'].map((eventName) => ({
      eventName: [eventName],
      dynamodb: { Keys: { sk: { S: ['META'] } } },
    })),
  );
  expect(rest).toMatchObject({
    MaximumRetryAttempts: 5,
    MaximumRecordAgeInSeconds: 3600,
    BisectBatchOnFunctionError: true,
  });
  expect(JSON.stringify(DestinationConfig.OnFailure)).toContain('ProjectFailures');
});

test('the sweep runs every 15 minutes, never twice at once, and what fails is kept', () => {
  const schedule = one('AWS::Scheduler::Schedule', 'SweepSchedule');
  expect(schedule.ScheduleExpression).toBe('rate(15 minutes)');
  expect(schedule.Target.RetryPolicy.MaximumRetryAttempts).toBe(2);
  expect(JSON.stringify(schedule.Target.DeadLetterConfig)).toContain('SweepFailures');
  expect(one('AWS::Lambda::Function', 'SweepFunction').ReservedConcurrentExecutions).toBe(1);
  expect(JSON.stringify(one('AWS::Lambda::EventInvokeConfig', 'Sweep'))).toContain('SweepFailures');
});

test.each([
  ['ObjectInInbox', 'IngestFailures'],
  ['DocumentUploaded', 'IntakeFailures'],
])('what EventBridge cannot deliver of %s is set aside', (rule, failures) => {
  const [target] = one('AWS::Events::Rule', rule).Targets;
  expect(JSON.stringify(target.DeadLetterConfig)).toContain(failures);
});

test('intake has the memory and the time of one document, and hears of uploads alone', () => {
  expect(one('AWS::Lambda::Function', 'IntakeFunction')).toMatchObject({ MemorySize: 1536, Timeout: 30 });
  expect(one('AWS::Events::Rule', 'DocumentUploaded').EventPattern.detail.object).toEqual({
    key: [{ prefix: 'uploads/' }],
  });
});

test('every function runs Node 24 on arm64 with a timeout of its own', () => {
  const timeouts = resourcesOf(aws, 'AWS::Lambda::Function').map(({ id, Properties }) => {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    return [id.replace(/Function.*/, ''), Properties.Timeout];
  });
  expect(Object.fromEntries(timeouts)).toEqual({
    Api: 29,
    Deliver: 300,
    Digest: 300,
    Draft: 60,
    Enter: 60,
    Ingest: 120,
    Intake: 30,
    Project: 60,
    Relay: 60,
    Simulate: 120,
    Sweep: 300,
  });
});

test('every function and the machine write to log groups that are encrypted and end', () => {
  const groups = resourcesOf(aws, 'AWS::Logs::LogGroup');
  expect(groups).toHaveLength(13);
  for (const { Properties } of groups) {
    expect(Properties.KmsKeyId).toBeDefined();
    expect(Properties.RetentionInDays).toBe(2192);
  }
  for (const { Properties } of resourcesOf(aws, 'AWS::Lambda::Function')) {
    expect(Properties.LoggingConfig.LogGroup).toBeDefined();
  }
});

test('the machine logs errors without their data, under a key of ours', () => {
  const machine = one('AWS::StepFunctions::StateMachine');
  expect(machine.LoggingConfiguration).toMatchObject({ Level: 'ERROR', IncludeExecutionData: false });
  expect(machine.EncryptionConfiguration.Type).toBe('CUSTOMER_MANAGED_KMS_KEY');
});

test('failure queues, failed executions and a silent sweep ring, and someone hears it', () => {
  const alarms = resourcesOf(aws, 'AWS::CloudWatch::Alarm');
  expect(alarms.map(({ id }) => id.slice(0, -8)).sort()).toEqual([
    'DeliveryRefused',
    'DigestFailures',
    'FailedExecutions',
    'IngestFailures',
    'IntakeFailures',
    'ProjectFailures',
    'RelayFailures',
    'SimulationFailures',
    'SweepFailures',
    'SweepNotRun',
  ]);
  for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
  const sweep = alarms.find(({ id }) => id.startsWith('SweepNotRun'))?.Properties;
  expect(sweep.Period * sweep.EvaluationPeriods).toBe(30 * 60);
  expect(sweep.TreatMissingData).toBe('breaching');
  expect(one('AWS::SNS::Subscription')).toMatchObject({
    Protocol: 'email',
    Endpoint: 'on-call@overturn.example',
  });
  expect(one('AWS::SNS::Topic').KmsMasterKeyId).toBeDefined();
});

test('every failure queue has an alarm', () => {
  const watched = JSON.stringify(resourcesOf(aws, 'AWS::CloudWatch::Alarm'));
  for (const { id } of resourcesOf(aws, 'AWS::SQS::Queue').filter(({ id }) => /Failures/.test(id))) {
    expect(watched).toContain(id);
  }
});

test.each(['Draft', 'Api'])('%s has the memory to bind a packet of 150 MB', (name) => {
  expect(one('AWS::Lambda::Function', `${name}Function`).MemorySize).toBeGreaterThanOrEqual(1769);
});
