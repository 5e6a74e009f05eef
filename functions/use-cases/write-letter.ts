import type { AppealFacts } from '../core/appeal/facts.ts';
import type { Candidate, Denial, Draft } from '../core/denial/denial.ts';
import type { LetterTemplate } from '../ports/letters.ts';
import type { StoredClaimPayment } from '../ports/remittance-store.ts';
import { decisionsOf, keepBasis, standingFrom } from './letter-basis.ts';
import { type LetterPorts, makeCandidate } from './make-letter.ts';

/**
 * The letter of a new draft: its candidate, and the draft with what it was made from. A citation of another line of
 * business in what the biller wrote is one of the things that are open.
 */
export async function writeLetter(
  ports: Pick<
    LetterPorts,
    'objects' | 'letters' | 'printer' | 'binder' | 'settings' | 'clock' | 'remittances'
  >,
  denial: Denial,
  template: LetterTemplate,
  draft: Draft,
  { facts, payment }: { readonly facts: AppealFacts; readonly payment: StoredClaimPayment },
): Promise<{ readonly candidate: Candidate; readonly draft: Draft }> {
  const { candidate: made, markup } = await makeCandidate(ports, denial, template, draft, facts);
  const written = [...Object.values(draft.passages), ...draft.facts.map(({ statement }) => statement)];
  const foreign = ports.letters.otherLaw(denial.payerType, written.join('\n'));
  const candidate = { ...made, missing: [...made.missing, ...foreign] };
  const adjudications = await decisionsOf(ports, payment);
  const standing = standingFrom(facts, template, draft, denial, adjudications);
  return {
    candidate,
    draft: {
      ...draft,
      basis: await keepBasis(ports.objects, draft, {
        ...standing,
        markup,
        datedOn: made.datedOn ?? ports.clock.today(),
      }),
    },
  };
}
