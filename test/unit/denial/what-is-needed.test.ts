import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { decisionSchema } from '../../../functions/core/denial/decision.ts';
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();

function decide(sketch: ClaimSketch, payer: Parameters<typeof payerOf>[0] = 'commercial') {
  const decision = decideClaim(remittedClaim(sketch), payerOf(payer), rulebook);
  if (decision === null) throw new Error('The claim has no decision.');
  return decision;
}

function preventionOf(cas: string, remarks: readonly string[] = []) {
  const { preventable, preventedBy } = decide({ lines: [{ cas: [cas], remarks }] });
  return [preventable, preventedBy];
}

describe('who could have prevented a denial', () => {
  it.each([
    ['CO-29', 'yes', 'billing'],
    ['CO-197', 'yes', 'authorization'],
    ['CO-284', 'yes', 'billing'],
    ['CO-39', 'no', 'payer'],
    ['CO-31', 'yes', 'registration'],
    ['CO-27', 'yes', 'eligibility'],
    ['CO-11', 'yes', 'coding'],
    ['CO-B15', 'yes', 'charge_capture'],
    ['CO-B7', 'yes', 'credentialing'],
    ['CO-50', 'sometimes', 'documentation'],
    ['CO-242', 'sometimes', 'contracting'],
    ['CO-158', 'no', null],
    ['CO-133', 'no', 'payer'],
  ])('%s: %s, %s', (cas, preventable, preventedBy) => {
    expect(preventionOf(cas)).toEqual([preventable, preventedBy]);
  });

  it('is billing when the claim was never adjudicated, whatever the code', () => {
    expect(preventionOf('CO-B7', ['MA130', 'N570'])).toEqual(['yes', 'billing']);
  });
});

describe('required documents', () => {
  it('begin with the document that the remark names', () => {
    const { requiredDocuments } = decide({ lines: [{ cas: ['CO-252'], remarks: ['M127'] }] });
    expect(requiredDocuments.map(({ document, ruleId }) => [document, ruleId])).toEqual([
      ['patient medical record', 'rarc.M127'],
      [expect.stringMatching(/^a copy of the payer's request/), 'documents.records-not-named'],
    ]);
  });

  it('come with a source and a confidence each', () => {
    for (const cas of ['CO-50', 'CO-197', 'CO-29', 'CO-97', 'CO-22'])
      for (const { source, confidence } of decide({ lines: [{ cas: [cas] }] }).requiredDocuments) {
        expect(source).not.toBe('');
        expect(confidence).toMatch(/^(high|medium)$/);
      }
  });

  it('of an appeal for a member ask for the consent that the programme wants', () => {
    const names = decide({ lines: [{ cas: ['CO-50'] }] }, 'fehb').requiredDocuments.map((d) => d.ruleId);
    expect(names).toContain('documents.representative-fehb');
  });

  it('of reasons on the same route are gathered once', () => {
    const { requiredDocuments } = decide({ lines: [{ cas: ['CO-50'] }, { cas: ['CO-151'] }] });
    const documents = requiredDocuments.map(({ document }) => document);
    expect(new Set(documents).size).toBe(documents.length);
  });

  it('are none for a hold', () => {
    expect(decide({ lines: [{ cas: ['CO-133'] }] }).requiredDocuments).toEqual([]);
  });
});

describe('more than one reason', () => {
  const mixed: ClaimSketch = { lines: [{ cas: ['CO-197'] }, { cas: ['CO-4 20'] }] };

  it('keeps the routes of the others in sight', () => {
    const { route, alsoRoutes } = decide({
      lines: [{ cas: ['CO-109'] }, { cas: ['CO-4'] }, { cas: ['CO-5'] }],
    });
    expect(route).toBe('bill_other_payer');
    expect(alsoRoutes).toEqual([
      {
        route: 'correct_resubmit',
        ruleId: 'carc.4-CO',
        reasons: [
          { group: 'CO', carc: '4', line: 2 },
          { group: 'CO', carc: '5', line: 3 },
        ],
      },
    ]);
  });

  it('names no other route where all agree', () => {
    expect(decide({ lines: [{ cas: ['CO-50'] }, { cas: ['CO-151'] }] }).alsoRoutes).toEqual([]);
  });

  it('flags a correction beside an appeal, which many payers refuse at once', () => {
    const { route, contradiction, alsoRoutes } = decide(mixed);
    expect(route).toBe('review');
    expect(contradiction).toMatchObject({ ruleId: 'conflict.mixed-tracks', line: null });
    expect(alsoRoutes.map((also) => also.route).sort()).toEqual(['appeal', 'correct_resubmit']);
  });

  it('advises to put a correction and an appeal in order, not what the leading reason alone would', () => {
    const { explanation } = decide({
      lines: [{ cas: ['CO-154'] }, { cas: ['CO-16 20'], remarks: ['M51'] }],
    });
    expect(explanation).toMatch(/First: put the two in order/);
    expect(explanation).toMatch(/Do not send both at once/);
    expect(explanation).not.toMatch(/Call the payer and ask what exactly is missing/i);
  });

  it('flags nothing where Original Medicare lets a reopening and a redetermination run apart', () => {
    const { contradiction } = decide({ lines: [{ cas: ['CO-50'] }, { cas: ['CO-4'] }] }, 'medicare_ffs');
    expect(contradiction).toBeNull();
  });
});

describe('a decision stored before these fields were kept', () => {
  it('is read as one of which nobody said so', () => {
    const { preventable, preventedBy, requiredDocuments, alsoRoutes, contradiction, ...before } = decide({
      lines: [{ cas: ['CO-29'] }],
    });
    expect([preventable, preventedBy, requiredDocuments.length > 0]).toEqual(['yes', 'billing', true]);
    expect([alsoRoutes, contradiction]).toEqual([[], null]);
    expect(decisionSchema.parse(before)).toEqual({
      ...before,
      preventable: 'sometimes',
      preventedBy: null,
      requiredDocuments: [],
      alsoRoutes: [],
      contradiction: null,
    });
  });
});
