import { useEffect, useRef } from 'react';

/** What a key does: `j`, `Shift+A`, `Control+Enter`, or two in a row as `g q`. */
export type KeyMap = Readonly<Record<string, () => void>>;

const SECOND_WITHIN_MS = 1_200;
const TYPES_TEXT = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';

/** The first key of two, whichever map it begins in: the second then never acts alone. */
let begun: { readonly key: string; readonly at: number; secondAt: number | null } | null = null;

/** Keys of a page: none of them acts while somebody types, or while a dialog is open. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && (target.matches(TYPES_TEXT) || target.closest('[role="dialog"]')))
        return;
      const name = nameOf(event);
      const first = firstOf(event.timeStamp);
      const act = latest.current[first === null ? name : `${first} ${name}`];
      const begins = Object.keys(latest.current).some((combination) => combination.startsWith(`${name} `));
      if (first === null && begins) begun = { key: name, at: event.timeStamp, secondAt: null };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The key that came just before this one and waits for it; every listener of one event gets the same answer. */
function firstOf(at: number): string | null {
  if (begun === null || begun.at === at || at - begun.at >= SECOND_WITHIN_MS) return null;
  begun.secondAt ??= at;
  return begun.secondAt === at ? begun.key : null;
}

function nameOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  const named = key.length > 1 || ctrlKey || metaKey || altKey;
  const letter = /^[A-Z]$/.test(key);
  const parts = [
    ctrlKey || metaKey ? 'Control' : '',
    altKey ? 'Alt' : '',
    shiftKey && (named || letter) ? 'Shift' : '',
    key === ' ' ? 'Space' : key,
  ];
  return parts.filter((part) => part !== '').join('+');
}
