import { expect, test, vi } from 'vitest';
import { log } from '../../../functions/adapters/log.ts';
import { guarded } from '../../../functions/handlers/guarded.ts';

const written: string[] = [];
for (const level of ['info', 'error'] as const) {
  vi.spyOn(console, level).mockImplementation((line: string) => {
    written.push(line);
  });
}

test('a failure leaves the handler as a name and a code, never with its message', async () => {
  const broken = guarded('enter', async () => {
    throw Object.assign(new TypeError('SENTINEL-MESSAGE'), { code: 'DEN-9999' });
  });
  const failure = broken({}, { getRemainingTimeInMillis: () => 1 });
  await expect(failure).rejects.toThrow('enter failed: TypeError');
  expect(written.join()).toContain('"code":"DEN-9999"');
  expect(written.join()).not.toContain('SENTINEL');
});

test('the log withholds what does not look like an id, a code or a count', () => {
  written.length = 0;
  log('info', 'tried', {
    denialId: 'JOHN SMITH',
    outcome: 'loaded',
    counts: { claims: 2, odd: 'x' as never },
  });
  expect(JSON.parse(written[0] ?? '')).toEqual({
    level: 'info',
    event: 'tried',
    denialId: '[withheld]',
    outcome: 'loaded',
    counts: { claims: 2, odd: '[withheld]' },
  });
});
