import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type IdleState, LOCKS_AFTER_MS, WARNS_BEFORE_MS, watchIdle } from '../src/session/idle.ts';

/** The tabs of one browser hear each other at once. */
const tabs = new Set<Channel>();
class Channel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    tabs.add(this);
  }
  postMessage(data: unknown) {
    for (const tab of tabs) if (tab !== this) tab.onmessage?.({ data });
  }
  close() {
    tabs.delete(this);
  }
}

const page = Object.assign(new EventTarget(), {
  setInterval: (work: () => void, ms: number) => setInterval(work, ms),
  clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('window', page);
});
afterEach(() => {
  tabs.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watched() {
  const states: IdleState[] = [];
  const watch = watchIdle((state) => states.push(state));
  return { states, watch };
}

test('a warning comes a minute before the lock, and counts down', () => {
  const { states, watch } = watched();
  vi.advanceTimersByTime(LOCKS_AFTER_MS - WARNS_BEFORE_MS - 1_000);
  expect(states).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(states.at(-1)).toEqual({ kind: 'warning', secondsLeft: 60 });
  vi.advanceTimersByTime(59_000);
  expect(states.at(-1)).toEqual({ kind: 'warning', secondsLeft: 1 });
  vi.advanceTimersByTime(1_000);
  expect(states.at(-1)).toEqual({ kind: 'locked' });
  watch.stop();
});

test('any key during the warning extends, ten times running', () => {
  const { states, watch } = watched();
  for (let time = 0; time < 10; time++) {
    vi.advanceTimersByTime(LOCKS_AFTER_MS - 5_000);
    expect(states.at(-1)?.kind).toBe('warning');
    page.dispatchEvent(new Event('keydown'));
    expect(states.at(-1)).toEqual({ kind: 'active' });
  }
  watch.stop();
});

test('life in one tab keeps the others', () => {
  const one = watched();
  const other = watched();
  one.watch.stop();
  vi.advanceTimersByTime(LOCKS_AFTER_MS - 2_000);
  tabs
    .values()
    .next()
    .value?.onmessage?.({ data: { kind: 'alive', at: Date.now() } });
  vi.advanceTimersByTime(5_000);
  expect(other.states.at(-1)).toEqual({ kind: 'active' });
  other.watch.stop();
});

test('a lock in one tab locks all, and a key does not undo it', () => {
  const one = watched();
  const other = watched();
  one.watch.lockAll();
  expect(other.states.at(-1)).toEqual({ kind: 'locked' });
  page.dispatchEvent(new Event('keydown'));
  expect(other.states.at(-1)).toEqual({ kind: 'locked' });
  one.watch.stop();
  other.watch.stop();
});

test('a tab that slept past its time locks before it takes the key that woke it', () => {
  const { states, watch } = watched();
  vi.setSystemTime(Date.now() + LOCKS_AFTER_MS + 60_000);
  page.dispatchEvent(new Event('keydown'));
  expect(states).toEqual([{ kind: 'locked' }]);
  watch.stop();
});
