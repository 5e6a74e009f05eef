import { expect, inject, test } from 'vitest';
import { resourcesOf, statementsOf } from './support/synthesis.ts';

const { aws } = inject('synthesised');
const statements = statementsOf(aws);

const rolesThatMay = (action: RegExp): readonly string[] =>
  [
    ...new Set(
      statements
        .filter(({ actions }) => actions.some((a) => action.test(a)))
        .map(({ role }) => role.slice(0, -8)),
    ),
  ].sort();

test('every function has a role of its own', () => {
  const roles = resourcesOf(aws, 'AWS::Lambda::Function').map(
    ({ Properties }) => Properties.Role['Fn::GetAtt'][0],
  );
  expect(roles).toHaveLength(11);
  expect(new Set(roles).size).toBe(11);
});

test('no role has a managed policy: each statement is written here', () => {
  const managed = resourcesOf(aws, 'AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns);
  expect(managed.map(({ id }) => id)).toEqual([]);
});

test('nobody deletes an item and nobody scans a table', () => {
  expect(rolesThatMay(/^dynamodb:(DeleteItem|Scan|BatchWriteItem|\*)$|PartiQL/)).toEqual(['IngestRole']);
  // BatchWriteItem can delete: only ingest has it, and only on the claim payments that it writes anew.
  const batch = statements.filter(({ actions }) => actions.includes('dynamodb:BatchWriteItem'));
  expect(batch).toHaveLength(1);
  expect(JSON.stringify(batch[0]?.resources)).toContain('Remittances');
  expect(rolesThatMay(/^dynamodb:(DeleteItem|Scan)$/)).toEqual([]);
});

test('project alone writes the views, and reads no more than the records it is told of', () => {
  const onViews = (action: string) =>
    statements
      .filter(
        ({ actions, resources }) => actions.includes(action) && JSON.stringify(resources).includes('Views'),
      )
      .map(({ role }) => role.slice(0, -8));
  expect(onViews('dynamodb:PutItem')).toEqual(['ProjectRole']);
  expect(onViews('dynamodb:Query')).toEqual(['ApiRole', 'ApiRole', 'DigestRole', 'DigestRole']);
  const onWork = statements.filter(
    ({ role, resources }) =>
      role.startsWith('ProjectRole') && /Work.{8}Arn|Work/.test(JSON.stringify(resources)),
  );
  expect(
    onWork.flatMap(({ actions }) => actions).filter((action) => /Put|Update|Write/.test(action)),
  ).toEqual([]);
});

test('the API alone reaches the log of who saw what: it adds entries and reads days', () => {
  const onLog = statements.filter(
    ({ actions, resources }) =>
      actions.some((action) => action.startsWith('dynamodb:')) &&
      JSON.stringify(resources).includes('Access'),
  );
  const rights = onLog.flatMap(({ role, actions }) =>
    actions.map((action) => `${role.slice(0, -8)} ${action}`),
  );
  expect([...new Set(rights)].sort()).toEqual(['ApiRole dynamodb:PutItem', 'ApiRole dynamodb:Query']);
});

test('nobody deletes an object or lifts its lock', () => {
  expect(rolesThatMay(/^s3:(Delete|Bypass|PutObjectRetention|PutObjectLegalHold|\*)/)).toEqual([]);
});

test('only relay and sweep start executions and return task tokens', () => {
  expect(rolesThatMay(/^states:(StartExecution|SendTask)/)).toEqual(['RelayRole', 'SweepRole']);
});

test('a task token is given back as done and in no other way, by relay and sweep', () => {
  const given = statements.flatMap(({ role, actions }) =>
    actions.filter((a) => a.startsWith('states:SendTask')).map((a) => `${role.slice(0, -8)} ${a}`),
  );
  expect(given.sort()).toEqual(['RelayRole states:SendTaskSuccess', 'SweepRole states:SendTaskSuccess']);
});

test('the machine may do two things: call its three functions and write its waits', () => {
  const machine = statements.filter(({ role }) => role.startsWith('MachineRole'));
  const actions = [...new Set(machine.flatMap((statement) => statement.actions))];
  expect(actions.filter((action) => !/^(logs|kms|xray):/.test(action)).sort()).toEqual([
    'dynamodb:UpdateItem',
    'lambda:InvokeFunction',
  ]);
  const invoke = machine.find((statement) => statement.actions.includes('lambda:InvokeFunction'));
  expect(invoke?.resources).toHaveLength(3);
});

test('no service action is granted by wildcard', () => {
  const wild = statements.filter(({ actions }) =>
    actions.some((action) => /^(\*|[a-z0-9]+:\*)$/.test(action)),
  );
  expect(wild).toEqual([]);
});

test('a statement for every resource is only what takes no resource', () => {
  const everywhere = statements
    .filter(({ resources }) => resources.includes('*'))
    .flatMap(({ actions }) => actions);
  expect(
    [...new Set(everywhere)].filter(
      (action) => !/^logs:.*(LogDeliver|ResourcePolic|DescribeLogGroups)/.test(action),
    ),
  ).toEqual(['dynamodb:ListStreams', 'states:SendTaskSuccess']);
});

test('only the letter-writers and the API write packets, and only ingest reads the inbox', () => {
  const rolesOn = (action: string, bucket: string) =>
    [
      ...new Set(
        statements
          .filter(
            ({ actions, resources }) =>
              actions.includes(action) && JSON.stringify(resources).includes(bucket),
          )
          .map(({ role }) => role.slice(0, -8)),
      ),
    ].sort();
  expect(rolesOn('s3:PutObject', 'Packets')).toEqual(['ApiRole', 'DraftRole']);
  expect(rolesOn('s3:PutObject', 'Handover')).toEqual(['DeliverRole']);
  expect(rolesOn('s3:GetObject', 'Inbox')).toEqual(['IngestRole']);
  // What opens other people's servers: read where it is used, written by operators.
  expect(rolesOn('s3:GetObject', 'Credentials')).toEqual(['DeliverRole']);
  expect(rolesOn('s3:PutObject', 'Credentials')).toEqual([]);
});

test('only the API changes who may do what, and of the archive it reaches settings and simulations alone', () => {
  expect(rolesThatMay(/^cognito-idp:Admin/)).toEqual(['ApiRole']);
  expect(rolesThatMay(/^cognito-idp:/)).toEqual(['ApiRole', 'DigestRole']);
  const onArchive = statements.filter(
    ({ role, actions, resources }) =>
      role.startsWith('ApiRole') &&
      actions.some((action) => action.startsWith('s3:')) &&
      JSON.stringify(resources).includes('Archive'),
  );
  expect(onArchive.map(({ actions }) => actions)).toEqual([
    ['s3:PutObject'],
    ['s3:GetObject', 's3:PutObject'],
    ['s3:ListBucket'],
  ]);
  expect(JSON.stringify(onArchive[0]?.resources)).toContain('/settings/*');
  expect(JSON.stringify(onArchive[1]?.resources)).toContain('/simulations/*');
});

test('the sweep alone writes roots of days, and the API alone reads them', () => {
  const onAudit = statements.filter(({ resources }) => /Audit(?!Key)/.test(JSON.stringify(resources)));
  const uses = onAudit.flatMap(({ role, actions }) =>
    actions.filter((action) => action.startsWith('s3:')).map((action) => `${role.slice(0, -8)} ${action}`),
  );
  expect(uses.sort()).toEqual([
    'ApiRole s3:GetObject',
    'ApiRole s3:GetObjectVersion',
    'SweepRole s3:PutObject',
  ]);
  for (const { actions, resources } of onAudit) {
    if (actions.some((action) => action.startsWith('s3:')))
      expect(JSON.stringify(resources)).toContain('/roots/*');
  }
});

test('intake, which reads what strangers made, reaches uploads and its own results and nothing else', () => {
  const its = statements.filter(({ role }) => role.startsWith('IntakeRole'));
  const rights = its
    .filter(({ actions }) => !actions.some((action) => /^(kms|logs|sqs):/.test(action)))
    .map(({ actions, resources }) => {
      const [, keys = ''] = /"(\/[^"]+)"/.exec(JSON.stringify(resources)) ?? [];
      return `${actions.join(' ')} ${keys}`.trim();
    });
  expect(rights.sort()).toEqual([
    's3:GetObject s3:GetObjectVersion /uploads/*',
    's3:GetObject s3:PutObject /checks/*',
    's3:ListBucket',
    's3:PutObject /examined/*',
  ]);
  expect(
    its.flatMap(({ actions }) => actions).filter((action) => /^(dynamodb|states):/.test(action)),
  ).toEqual([]);
});

test('EventBridge may use the keys of the queues it writes to', () => {
  const keys = resourcesOf(aws, 'AWS::KMS::Key').filter(({ Properties }) =>
    JSON.stringify(Properties.KeyPolicy).includes('events.amazonaws.com'),
  );
  expect(keys.map(({ id }) => id.slice(0, -8))).toEqual(['RemittanceKey', 'WorkKey']);
});

test('only the digest mails, from one address, and it changes neither executions nor objects', () => {
  expect(rolesThatMay(/^ses:/)).toEqual(['DigestRole']);
  const its = statements.filter(({ role }) => role.startsWith('DigestRole'));
  const mail = its.find(({ actions }) => actions.includes('ses:SendEmail'));
  expect(JSON.stringify(mail?.resources)).toContain('identity/digest@overturn.example');
  expect(its.flatMap(({ actions }) => actions).filter((action) => /^(states|s3):/.test(action))).toEqual([]);
});
