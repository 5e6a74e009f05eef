import { Money } from './money.tsx';

const TOO_FEW_OUTCOMES = 20;

/** What is expected of a denial and how many outcomes say so; no figure where they are too few to say anything. */
export function Expected({
  expectedCents,
  outcomes,
}: {
  expectedCents: number | null;
  outcomes: number | null;
}) {
  if (expectedCents === null) return <span className="quiet">Payer’s move</span>;
  if (outcomes === null || outcomes < TOO_FEW_OUTCOMES)
    return <span className="quiet">too few outcomes</span>;
  return (
    <>
      <Money cents={expectedCents} /> <span className="quiet count">({outcomes})</span>
    </>
  );
}
