import type { Denial } from '../denial/denial.ts';
import { Difference } from './difference.tsx';

/** The letter beside its template, the approved one or an earlier draft. */
export function Compare({
  denial: { denialId, draftNumber, approval },
  from,
  onFrom,
}: {
  denial: Denial;
  from: string;
  onFrom: (from: string) => void;
}) {
  const earlier = Array.from({ length: Math.max(0, draftNumber - 1) }, (_, index) => draftNumber - 1 - index);
  return (
    <>
      <label>
        Compare with{' '}
        <select value={from} onChange={(event) => onFrom(event.target.value)}>
          <option value="template">the template</option>
          {approval !== null && <option value="approved">the approved letter</option>}
          {earlier.map((number) => (
            <option key={number} value={`draft:${number}`}>
              draft {number}
            </option>
          ))}
        </select>
      </label>
      <Difference denialId={denialId} number={draftNumber} from={from} />
    </>
  );
}
