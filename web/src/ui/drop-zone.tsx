import './drop-zone.css';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './controls.ts';

/** Takes files that are dropped on it, or chosen by its button. */
export function DropZone({
  verb,
  accept,
  disabled = false,
  onFiles,
  children,
}: {
  /** On the button. */
  verb: string;
  accept?: string;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // Dropping is the second way: the button is the first, and has the same effect.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className="drop-zone"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        {...(accept !== undefined && { accept })}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // So that the same file can be chosen again.
          target.value = '';
        }}
      />
      <Button iconName="upload" disabled={disabled} onClick={() => input.current?.click()}>
        {verb}
      </Button>
      <div>{children}</div>
    </div>
  );
}
