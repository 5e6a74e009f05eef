import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

/** Adds a person's note to the timeline, at any state. It is an event like every other: never changed, never removed. */
export function writeNote(
  ports: ActPorts,
  request: ActRequest & { readonly note: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'write_note', request, () => ({
    kind: 'plan',
    type: 'NoteWritten',
    patch: {},
    reason: request.note,
  }));
}
