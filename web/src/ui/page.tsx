import type { ReactNode } from 'react';
import { Box, Header, Modal } from './controls.ts';

/** A page without the frame: before signing in, after a lock. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="plain-page">
      <Header variant="h1">{title}</Header>
      <Box padding={{ top: 's' }}>{children}</Box>
    </main>
  );
}

/** A dialog that a key of the page answers, not a button. */
export function Dialog({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Modal visible header={title} closeAriaLabel="Close">
      {children}
    </Modal>
  );
}
