import { appealLevelOf, type Levels } from '../core/answer/levels.ts';
import { appealActionOf } from '../core/answer/sendings.ts';
import { type ChosenTemplate, chooseTemplate, letterCaseOf } from '../core/appeal/choose-template.ts';
import { letterFacts } from '../core/appeal/facts.ts';
import { openPlaceholders } from '../core/appeal/placeholders.ts';
import type { Denial } from '../core/denial/denial.ts';
import { type DenialId, isTakeBackId } from '../core/ids.ts';
import type { LetterTemplate } from '../ports/letters.ts';
import type { StoredClaimPayment } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { appealGateOf } from './appeal-gate-of.ts';
import { currentFacts, type LetterPorts } from './make-letter.ts';
import { type ReadPorts, type ReadResult, readGuarded } from './read-denial.ts';

export interface LettersRead {
  readonly denial: Denial;
  /** The letter that an appeal would be, or why there is none. */
  readonly appeal:
    | ({ readonly kind: 'open' } & ChosenTemplate<LetterTemplate>)
    | { readonly kind: 'closed'; readonly sentence: string };
  /** A letter that is no appeal, with the holes that a person fills before it is sent; null where none is written. */
  readonly notice:
    | (ChosenTemplate<LetterTemplate> & { readonly markup: string; readonly missing: readonly string[] })
    | null;
}

type LettersPorts = ReadPorts & LetterPorts & { readonly levels: Levels };

/** Which letters can be written for a denial as things stand, and why: of an appeal, and of what is no appeal. */
export function readLetters(
  ports: LettersPorts,
  user: UserRecord,
  denialId: DenialId,
): Promise<ReadResult<LettersRead>> {
  return readGuarded(
    ports,
    user,
    'read_letter',
    denialId,
    async (denial): Promise<ReadResult<LettersRead>> => {
      if (isTakeBackId(denialId)) {
        return {
          kind: 'not_yet',
          sentence: 'This is about a payment, not about a claim: there is no letter.',
        };
      }
      const { facts, payment } = await currentFacts(ports, denial);
      const chosen = chooseTemplate(
        ports.letters.templates(),
        letterCaseOf(denial, payment.claim.remarks, 'notice'),
      );
      const markup =
        chosen === null
          ? ''
          : ports.letters.render(chosen.template.templateId, letterFacts(facts, ports.clock.today()), {});
      const notice = chosen === null ? null : { ...chosen, markup, missing: openPlaceholders(markup) };
      return { kind: 'read', value: { denial, appeal: await appealOf(ports, denial, payment), notice } };
    },
  );
}

async function appealOf(
  ports: LettersPorts,
  denial: Denial,
  payment: StoredClaimPayment,
): Promise<LettersRead['appeal']> {
  if (denial.followUp !== null)
    return { kind: 'closed', sentence: 'This is a follow-up: nothing was denied that could be appealed.' };
  const gate = await appealGateOf(ports, denial, payment);
  if (!gate.open) return { kind: 'closed', sentence: gate.sentence };
  const { payerType, level } = denial;
  const known = appealLevelOf({ payerType, action: appealActionOf(denial), level }, ports.levels);
  const chosen = chooseTemplate(ports.letters.templates(), letterCaseOf(denial, payment.claim.remarks));
  if (chosen === null || known?.byLetter === false) {
    const needs = known === null ? '' : ` It needs: ${known.requirements.join('; ')}.`;
    return { kind: 'closed', sentence: `This level is not asked for by a letter of ours.${needs}` };
  }
  return { kind: 'open', ...chosen };
}
