/** After this long without a key or a click the app locks; the warning comes a minute before. */
export const LOCKS_AFTER_MS = 15 * 60_000;
export const WARNS_BEFORE_MS = 60_000;

export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'locked' };

const LOOK_EVERY_MS = 1_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

type Message = { readonly kind: 'alive'; readonly at: number } | { readonly kind: 'lock' };

/**
 * Watches for signs of life in every tab of this browser together. Any key or click extends, also during the warning;
 * a lock is for good, in all tabs.
 *
 * @returns stops watching
 */
export function watchIdle(onChange: (state: IdleState) => void): { stop(): void; lockAll(): void } {
  const channel = new BroadcastChannel('overturn-session');
  let aliveAt = Date.now();
  let toldAt = 0;
  let locked = false;
  let shown = 'active';

  const show = (state: IdleState) => {
    const key = state.kind === 'warning' ? `warning ${state.secondsLeft}` : state.kind;
    if (key === shown) return;
    shown = key;
    onChange(state);
  };
  const lock = () => {
    if (locked) return;
    locked = true;
    show({ kind: 'locked' });
  };
  const look = () => {
    if (locked) return;
    const leftMs = aliveAt + LOCKS_AFTER_MS - Date.now();
    if (leftMs <= 0) {
      channel.postMessage({ kind: 'lock' } satisfies Message);
      lock();
    } else if (leftMs <= WARNS_BEFORE_MS) {
      show({ kind: 'warning', secondsLeft: Math.ceil(leftMs / 1_000) });
    } else {
      show({ kind: 'active' });
    }
  };
  const alive = () => {
    if (locked) return;
    // A tab that slept past its time locks before it takes the key that woke it.
    look();
    if (locked) return;
    aliveAt = Date.now();
    if (aliveAt - toldAt > LOOK_EVERY_MS) {
      toldAt = aliveAt;
      channel.postMessage({ kind: 'alive', at: aliveAt } satisfies Message);
    }
    look();
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'lock') lock();
    else {
      aliveAt = Math.max(aliveAt, data.at);
      look();
    }
  };
  for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true, passive: true });
  const timer = window.setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      window.clearInterval(timer);
      channel.close();
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true });
    },
    lockAll() {
      channel.postMessage({ kind: 'lock' } satisfies Message);
      lock();
    },
  };
}
