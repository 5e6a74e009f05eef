import { type RefObject, useRef } from 'react';
import { useKeys } from '../shell/keys.ts';
import { Button, Header } from '../ui/controls.ts';
import type { GateItem, Place } from './gate.ts';

/** What must hold before the packet may leave: each leads to where it is mended. `j` and `k` walk it. */
export function GateList({
  gate,
  mayEdit,
  onGo,
  onWithout,
}: {
  gate: readonly GateItem[];
  mayEdit: boolean;
  onGo: (place: Place) => void;
  onWithout: (document: string) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useKeys({ j: () => walk(list, 1), k: () => walk(list, -1) });
  return (
    <section aria-label="Before it may leave">
      <Header variant="h3">Before it may leave</Header>
      <ul className="gate" ref={list}>
        {gate.map(({ id, says, holds, note, at, document }) => (
          <li key={id} data-holds={holds}>
            <span aria-hidden="true">{note ? '!' : holds ? '✓' : '○'}</span>
            <span>
              <button
                type="button"
                className="gate-link"
                onClick={() => {
                  if (at !== null) onGo(at);
                }}
              >
                <span className="visually-hidden">{note ? 'Look: ' : holds ? 'Done: ' : 'Open: '}</span>
                {says}
              </button>
              {document !== undefined && mayEdit && (
                <span className="gate-ways">
                  {!holds && (
                    <Button
                      variant="inline-link"
                      ariaLabel={`Attach it: ${document}`}
                      onClick={() => onGo('documents')}
                    >
                      Attach it
                    </Button>
                  )}{' '}
                  <Button
                    variant="inline-link"
                    ariaLabel={`${holds ? 'Change the reason' : 'Say why it goes without'}: ${document}`}
                    onClick={() => onWithout(document)}
                  >
                    {holds ? 'Change the reason' : 'Say why it goes without'}
                  </Button>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function walk(list: RefObject<HTMLUListElement | null>, by: 1 | -1): void {
  const items = [...(list.current?.querySelectorAll<HTMLElement>('.gate-link') ?? [])];
  const at = items.indexOf(items.find((item) => item === globalThis.document.activeElement) as HTMLElement);
  const next = at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by;
  items[Math.max(0, Math.min(items.length - 1, next))]?.focus();
}
