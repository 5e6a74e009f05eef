import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApiPorts } from '../../../../functions/handlers/api/operation.ts';
import { EXPECTED } from './expected.ts';
import { call, throughFor } from './world.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  for (const level of ['info', 'warn', 'error', 'log', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => lines.push(said.map(String).join(' ')));
  }
});
afterEach(() => vi.restoreAllMocks());

/** What an adapter may choke on, in every place of an error where it may stand. */
const SENTINEL = 'TESTPERSON-SENTINEL';
const FAILURES: readonly (() => unknown)[] = [
  () => new Error(`The record of ${SENTINEL} cannot be read`),
  () => Object.assign(new TypeError(SENTINEL), { name: `Of ${SENTINEL}`, code: `${SENTINEL} 1` }),
  () => new Error('Outside', { cause: new Error(SENTINEL) }),
  () => SENTINEL,
  () => ({ message: SENTINEL, toString: () => SENTINEL }),
  () => null,
];

/** The ports, whose n-th call fails; `calls` counts them. Words and clocks are data of the release. */
function failingAt(ports: ApiPorts, n: number, failure: unknown): { ports: ApiPorts; calls(): number } {
  let calls = 0;
  const failing =
    (call: (...args: readonly unknown[]) => unknown, owner: object) =>
    (...args: readonly unknown[]) => {
      calls += 1;
      if (calls === n) throw failure;
      return call.apply(owner, [...args]);
    };
  const wrapped = Object.entries(ports).map(([name, port]) => {
    if (name === 'clocks' || name === 'words') return [name, port];
    if (typeof port === 'function') return [name, failing(port as never, ports)];
    if (typeof port !== 'object' || port === null) return [name, port];
    const proxy = new Proxy(port, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? failing(value as never, target) : value;
      },
    });
    return [name, proxy];
  });
  return { ports: Object.fromEntries(wrapped) as ApiPorts, calls: () => calls };
}

describe.each(Object.entries(EXPECTED))('%s', (key, expected) => {
  test('tells nothing of what failed beneath it, whatever fails, and wherever', async () => {
    const { world, user } = await throughFor(expected);
    const whole = failingAt(world.ports, 0, null);
    expect((await call({ ...world, ports: whole.ports }, key, expected, user)).status).toBe(200);
    expect(whole.calls()).toBeGreaterThan(0);

    for (let n = 1; n <= whole.calls(); n += 1) {
      lines.length = 0;
      const { world: fresh } = await throughFor(expected);
      const failure = FAILURES[n % FAILURES.length]?.();
      const { ports } = failingAt(fresh.ports, n, failure);
      const answer = await call({ ...fresh, ports }, key, expected, user);
      expect(answer, `call ${n}`).toMatchObject({
        status: 500,
        headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
        body: {
          type: 'urn:overturn:problem:INTERNAL',
          status: 500,
          code: 'INTERNAL',
          title: 'Something went wrong on our side. Nothing was lost; try again.',
        },
      });
      expect(Object.keys(answer.body).sort()).toEqual(['code', 'status', 'title', 'type']);
      expect(lines.join('\n')).toMatch(/"event":"requestFailed".*"errorName":/);
      expect(lines.join('\n') + JSON.stringify(answer)).not.toContain('SENTINEL');
    }
  });
});
