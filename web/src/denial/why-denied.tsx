import { Header } from '../ui/controls.ts';
import { Money } from '../ui/money.tsx';
import { CATEGORY_IN_WORDS } from '../ui/words.ts';
import type { Denial } from './denial.ts';

const GROUP_IN_WORDS: Readonly<Record<string, string>> = {
  CO: 'the payer says the provider absorbs it',
  PR: 'the payer says the patient owes it',
  OA: 'neither provider nor patient is named',
  PI: 'the payer took it off by its own decision',
  CR: 'a correction of an earlier answer',
};

/** What the payer said, in plain words, and what that means. */
export function WhyDenied({ denial: { decision } }: { denial: Denial }) {
  return (
    <section aria-label="Why it was denied">
      <Header variant="h3">{CATEGORY_IN_WORDS[decision.category]}</Header>
      <p>{decision.explanation}</p>
      <ul className="reasons">
        {decision.reasons.map(({ group, carc, remarksInWords, amountCents, line, wording }) => (
          <li key={`${group}-${carc}-${line}`}>
            <span className="code">{`${group}-${carc}`}</span> <Money cents={amountCents} />{' '}
            <span className="quiet">{line === null ? 'whole claim' : `line ${line}`}</span>
            <br />
            {wording ?? 'A code this release does not know'}{' '}
            <span className="quiet">({GROUP_IN_WORDS[group] ?? 'unknown group code'})</span>
            {remarksInWords.map(({ code, wording: words }) => (
              <div key={code}>
                <span className="code">{code}</span> {words ?? 'unknown remark'}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {decision.contradiction !== null && <p className="warning">{decision.contradiction.says}</p>}
    </section>
  );
}
