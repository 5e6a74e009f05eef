/**
 * The life of one denial at one appeal level, in Amazon States Language.
 *
 * The machine decides nothing: every step returns `{next, version}` and one Choice follows it, so an execution can
 * be stopped, lost or replaced at any state and by any release (ADR-0002). Input and output are ids and versions
 * only. It keeps to what both AWS and the local emulator run: no JSONata in TimeoutSeconds, no Output on Succeed, no
 * heartbeats, no Catch on the error names of functions.
 *
 * An ordinary appeal takes 12 transitions: Enter, Draft, WaitForPerson, Hold, Deliver, WaitForPayer and Done with
 * one Choice after each of the five that return a next step (Hold goes straight on to Deliver).
 */
export interface DenialMachineParts {
  readonly enterFunctionArn: string;
  readonly draftFunctionArn: string;
  readonly deliverFunctionArn: string;
  readonly workTableName: string;
  /** Between an approval and its delivery. */
  readonly holdSeconds: number;
  /** How long one delivery may take. */
  readonly deliverSeconds: number;
}

const DAY_SECONDS = 24 * 60 * 60;

/** A person who has not acted for a month is asked again, with the reason shown; the sweep reminds long before. */
const PERSON_TIMEOUT_SECONDS = 30 * DAY_SECONDS;
/** Payers answer appeals within 30 to 60 days (42 CFR 405.950; 29 CFR 2560.503-1(i)): later is worth a call. */
const PAYER_TIMEOUT_SECONDS = 60 * DAY_SECONDS;
/** Longer than Enter and Draft may run (60 s), so that the function's own timeout speaks first. */
const TASK_TIMEOUT_SECONDS = 75;
/** By so much longer the machine waits for Deliver, for the same reason. */
const DELIVER_MARGIN_SECONDS = 15;
/** A Standard execution ends after a year; ours ends the day before, where the sweep can still replace it in time. */
const MACHINE_TIMEOUT_SECONDS = 364 * DAY_SECONDS;

export function denialMachine(parts: DenialMachineParts): object {
  return {
    Comment: 'One denial at one appeal level: route, act, wait for a person, wait for the payer',
    QueryLanguage: 'JSONata',
    StartAt: 'Enter',
    TimeoutSeconds: MACHINE_TIMEOUT_SECONDS,
    States: {
      Enter: {
        ...runFunction(parts.enterFunctionArn, '{% $states.input %}'),
        Comment: 'Routes a new denial by the rulebook; tells of a known one where it stands',
        Assign: {
          denialId: '{% $states.input.denialId %}',
          level: '{% $states.input.level %}',
          attempt: '{% $states.input.attempt %}',
        },
      },
      NextStep: {
        Type: 'Choice',
        Choices: [
          { Condition: "{% $states.input.next = 'draft' %}", Next: 'Draft' },
          { Condition: "{% $states.input.next = 'wait_for_person' %}", Next: 'WaitForPerson' },
          { Condition: "{% $states.input.next = 'hold' %}", Next: 'Hold' },
          { Condition: "{% $states.input.next = 'wait_for_payer' %}", Next: 'WaitForPayer' },
          { Condition: "{% $states.input.next = 'done' %}", Next: 'Done' },
        ],
        Default: 'UnknownStep',
      },
      Draft: {
        ...runFunction(parts.draftFunctionArn, ids()),
        Comment: 'Renders and stores a candidate letter',
      },
      WaitForPerson: waitForToken(parts.workTableName, 'wait_for_person', PERSON_TIMEOUT_SECONDS),
      Hold: {
        Type: 'Wait',
        Comment: 'The approval can still be taken back',
        Seconds: parts.holdSeconds,
        Next: 'Deliver',
      },
      Deliver: {
        ...runFunction(parts.deliverFunctionArn, ids(), parts.deliverSeconds + DELIVER_MARGIN_SECONDS),
        Comment: 'Hands over the approved object version, if the approval still stands',
      },
      WaitForPayer: waitForToken(parts.workTableName, 'wait_for_payer', PAYER_TIMEOUT_SECONDS),
      Done: { Type: 'Succeed' },
      UnknownStep: {
        Type: 'Fail',
        Error: 'UnknownStep',
        Cause: 'A step was returned that this machine does not have',
      },
    },
  };
}

function ids(): object {
  return { denialId: '{% $denialId %}', level: '{% $level %}', attempt: '{% $attempt %}' };
}

function runFunction(
  functionArn: string,
  payload: unknown,
  timeoutSeconds: number = TASK_TIMEOUT_SECONDS,
): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionArn, Payload: payload },
    Output: '{% $states.result.Payload %}',
    TimeoutSeconds: timeoutSeconds,
    Retry: [
      {
        // 2, 4, … 128 s, four minutes in all: a throttled function is a task that failed, too, and a large file opens
        // more denials than may enter at once. After that the execution fails, the alarm tells, and the sweep starts
        // the next attempt.
        ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
        IntervalSeconds: 2,
        MaxAttempts: 7,
        BackoffRate: 2,
      },
    ],
    Next: 'NextStep',
  };
}

/**
 * Writes the task token to an item of its own, without a Lambda between, and waits for it to be returned. The item
 * is numbered by the denial's version at which the wait began: each wait of an execution begins at a later one.
 */
function waitForToken(workTableName: string, step: string, timeoutSeconds: number): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
    Arguments: {
      TableName: workTableName,
      Key: {
        pk: { S: "{% 'DENIAL#' & $denialId %}" },
        sk: { S: "{% 'WAIT#' & $level & '#' & $attempt & '#' & $states.input.version %}" },
      },
      UpdateExpression:
        'SET #token = :token, #step = :step, #registeredAt = :registeredAt, #level = :level, #attempt = :attempt, #number = :number',
      ExpressionAttributeNames: {
        '#token': 'token',
        '#step': 'step',
        '#registeredAt': 'registeredAt',
        '#level': 'level',
        '#attempt': 'attempt',
        '#number': 'number',
      },
      ExpressionAttributeValues: {
        ':token': { S: '{% $states.context.Task.Token %}' },
        ':step': { S: step },
        ':registeredAt': { S: '{% $states.context.State.EnteredTime %}' },
        ':level': { N: '{% $string($level) %}' },
        ':attempt': { N: '{% $string($attempt) %}' },
        ':number': { N: '{% $string($states.input.version) %}' },
      },
    },
    TimeoutSeconds: timeoutSeconds,
    Catch: [
      {
        ErrorEquals: ['States.Timeout'],
        Output: {
          denialId: '{% $denialId %}',
          level: '{% $level %}',
          attempt: '{% $attempt %}',
          timedOut: true,
        },
        Next: 'Enter',
      },
    ],
    Next: 'NextStep',
  };
}
