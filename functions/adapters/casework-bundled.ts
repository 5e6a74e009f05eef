import checklists from '../../rulebook/corrections/checklists.json' with { type: 'json' };
import elements from '../../rulebook/corrections/elements.json' with { type: 'json' };
import fields from '../../rulebook/corrections/fields.json' with { type: 'json' };
import raisesPayment from '../../rulebook/corrections/raises-payment.json' with { type: 'json' };
import nextPayerSteps from '../../rulebook/redirects/next-payer-checklist.json' with { type: 'json' };
import patientChecks from '../../rulebook/redirects/patient-checks.json' with { type: 'json' };
import questions from '../../rulebook/reviews/questions.json' with { type: 'json' };
import { type Casework, caseworkSchema } from '../core/casework.ts';

/** What is changed, checked and asked on each route, as this release has it. Parse once and keep. */
export function bundledCasework(): Casework {
  return caseworkSchema.parse({
    corrections: { fields, elements, checklists, raisesPayment },
    redirects: { patientChecks, nextPayerSteps },
    reviews: questions,
  });
}
