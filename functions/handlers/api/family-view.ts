import { decidedOn, deniedCentsOf } from '../../core/family/adjudication.ts';
import type { DenialWithClaim } from '../../use-cases/read-denial.ts';

/** `related`: every decision about the claim, by day, with its record where it has one. `facts`: what bears on the reasons. */
export function familyView({ family, records, facts }: DenialWithClaim): object {
  const recordOf = new Map<string, DenialWithClaim['denial']>(
    records.map((record) => [record.denialId, record]),
  );
  return {
    facts,
    related: family.members.map((member) => {
      const { adjudication, id, standing, reversedBy, replacedBy, answer } = member;
      const { header, claim } = adjudication;
      const record = recordOf.get(id);
      return {
        adjudicationId: id,
        remittanceId: adjudication.remittanceId,
        decidedOn: decidedOn(adjudication),
        payerName: header.payer.name,
        status: claim.status,
        payerClaimControlNumber: claim.payerClaimControlNumber,
        chargeCents: claim.chargeCents,
        paidCents: claim.paidCents,
        deniedCents: deniedCentsOf(adjudication),
        standing,
        reversedBy,
        replacedBy,
        answer,
        relations: family.relations.filter(({ from }) => from === id).map(({ kind, to }) => ({ kind, to })),
        record:
          record === undefined
            ? null
            : {
                denialId: record.denialId,
                kind: record.followUp === null ? 'denial' : 'follow_up',
                state: record.state,
                closedAs: record.closedAs,
              },
      };
    }),
  };
}
