import { useEffect, useRef } from 'react';

/** What a key does: `j`, `Shift+A`, `Control+Enter`, or two in a row as `g q`. */
export type KeyMap = Readonly<Record<string, () => void>>;

const SECOND_WITHIN_MS = 1_200;
const TYPES_TEXT = 'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]';

/** Keys of a page: none of them acts while somebody types, or while a dialog is open. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && (target.matches(TYPES_TEXT) || target.closest('[role="dialog"]')))
        return;
      const name = nameOf(event);
      const isSecond = first !== null && event.timeStamp - first.at < SECOND_WITHIN_MS;
      const act = (isSecond ? latest.current[`${first?.key} ${name}`] : undefined) ?? latest.current[name];
      const begins = Object.keys(latest.current).some((combination) => combination.startsWith(`${name} `));
      first = begins ? { key: name, at: event.timeStamp } : null;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
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
