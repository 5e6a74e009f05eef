import { createRequire } from 'node:module';
import { expect, inject, test } from 'vitest';
import { resourcesOf } from '../infra/support/synthesis.ts';

const validate: (machine: object) => { isValid: boolean; errorsText(): string } = createRequire(
  import.meta.url,
)('asl-validator');

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type State = { readonly [key: string]: Json } & { readonly Type: string };

/** The definition as synthesised; references to other resources become made-up ARNs and names. */
function synthesisedMachine(): { States: Record<string, State> } & Record<string, Json> {
  const [machine] = resourcesOf(inject('synthesised').aws, 'AWS::StepFunctions::StateMachine');
  const [separator, parts] = machine?.Properties.DefinitionString['Fn::Join'] ?? ['', []];
  return JSON.parse(
    parts
      .map((part: unknown) =>
        typeof part === 'string'
          ? part
          : JSON.stringify(part).includes('Arn')
            ? 'arn:aws:lambda:us-east-1:111122223333:function:x'
            : 'name',
      )
      .join(separator),
  );
}

const machine = synthesisedMachine();
const states = Object.entries(machine.States);
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const text = JSON.stringify(machine);

test('the machine is valid Amazon States Language', () => {
  const result = validate(machine);
  expect(result.errorsText()).toBe('');
  expect(result.isValid).toBe(true);
});

test('a machine that starts nowhere is not valid', () => {
  expect(validate({ ...machine, StartAt: 'Nowhere' }).isValid).toBe(false);
});

test('every state speaks JSONata: no path, no parameters', () => {
  expect(machine.QueryLanguage).toBe('JSONata');
  expect(text).not.toMatch(
    /"(InputPath|OutputPath|ResultPath|ResultSelector|Parameters|Variable|[A-Za-z]+Path)":/,
  );
});

test('every task has a timeout, as a number', () => {
  expect(tasks.map(([name]) => name).sort()).toEqual([
    'Deliver',
    'Draft',
    'Enter',
    'WaitForPayer',
    'WaitForPerson',
  ]);
  for (const [, task] of tasks) expect(task.TimeoutSeconds).toBeTypeOf('number');
});

test('a wait that times out leads to Enter, never to silence', () => {
  const waits = tasks.filter(([, { Resource }]) => String(Resource).endsWith('.waitForTaskToken'));
  expect(waits.map(([name, { TimeoutSeconds }]) => [name, TimeoutSeconds])).toEqual([
    ['WaitForPerson', 30 * 86_400],
    ['WaitForPayer', 60 * 86_400],
  ]);
  for (const [, wait] of waits) {
    expect(wait.Catch).toMatchObject([
      { ErrorEquals: ['States.Timeout'], Output: { timedOut: true }, Next: 'Enter' },
    ]);
    expect(wait.Resource).toBe('arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken');
  }
});

test('only what AWS and the emulator both run is used', () => {
  expect(text).not.toMatch(/"(HeartbeatSeconds|MaxDelaySeconds|JitterStrategy)"/);
  for (const [, state] of states) {
    expect(['Task', 'Choice', 'Wait', 'Succeed', 'Fail']).toContain(state.Type);
    if (state.Type === 'Succeed') expect(state.Output).toBeUndefined();
    if (String(state.Resource).endsWith('.waitForTaskToken')) expect(state.Retry).toBeUndefined();
  }
});

test('no error name of a function is caught or retried by name', () => {
  const names = states.flatMap(([, state]) =>
    [
      ...((state.Retry ?? []) as { ErrorEquals: string[] }[]),
      ...((state.Catch ?? []) as { ErrorEquals: string[] }[]),
    ].flatMap(({ ErrorEquals }) => ErrorEquals),
  );
  expect([...new Set(names)].sort()).toEqual(['States.TaskFailed', 'States.Timeout']);
});

test('functions get ids only', () => {
  for (const [name, task] of tasks.filter(
    ([, { Resource }]) => Resource === 'arn:aws:states:::lambda:invoke',
  )) {
    const { Payload } = task.Arguments as { Payload: Json };
    // Enter takes the execution's own input, or what the Catch of a wait makes of it.
    if (name === 'Enter') expect(Payload).toBe('{% $states.input %}');
    else expect(Object.keys(Payload as object)).toEqual(['denialId', 'level', 'attempt']);
  }
});

test('a task token is stored with ids, step and instant, and nothing else', () => {
  const written = (machine.States.WaitForPerson?.Arguments ?? {}) as { ExpressionAttributeNames: object };
  expect(Object.values(written.ExpressionAttributeNames).sort()).toEqual([
    'attempt',
    'level',
    'number',
    'registeredAt',
    'step',
    'token',
  ]);
});

test('the Choice knows every step, and an unknown one fails loudly', () => {
  const choice = machine.States.NextStep as unknown as {
    Choices: { Condition: string; Next: string }[];
    Default: string;
  };
  const byStep = choice.Choices.map(({ Condition, Next }) => [/next = '(\w+)'/.exec(Condition)?.[1], Next]);
  expect(Object.fromEntries(byStep)).toEqual({
    draft: 'Draft',
    wait_for_person: 'WaitForPerson',
    hold: 'Hold',
    wait_for_payer: 'WaitForPayer',
    done: 'Done',
  });
  expect(machine.States[choice.Default]?.Type).toBe('Fail');
});

test('the ordinary life of an appeal takes no more than 12 transitions', () => {
  const answers: Record<string, string> = {
    Enter: 'draft',
    Draft: 'wait_for_person',
    WaitForPerson: 'hold',
    Deliver: 'wait_for_payer',
    WaitForPayer: 'done',
  };
  const walked: string[] = [];
  let state = machine.StartAt as string;
  let next = '';
  for (;;) {
    walked.push(state);
    const definition = machine.States[state];
    if (definition?.Type === 'Succeed') break;
    if (definition?.Type === 'Choice') {
      const choices = definition.Choices as unknown as { Condition: string; Next: string }[];
      state = choices.find(({ Condition }) => Condition.includes(`'${next}'`))?.Next ?? '';
    } else {
      next = answers[state] ?? next;
      state = definition?.Next as string;
    }
    expect(walked.length).toBeLessThan(30);
  }
  expect(walked.length).toBeLessThanOrEqual(12);
});
