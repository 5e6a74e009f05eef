/** What each fact of a letter is, in words that follow "the": by its path, a list's places left out. */
const WORDS: { readonly [path: string]: string } = {
  'appeal.name': 'name of the appeal',
  'appeal.level': 'level of the appeal',
  'appeal.payerType': 'type of the payer',
  'appeal.decider': 'name of who decides',
  'appeal.contracted': 'contract with the payer',
  'appeal.requestPage': 'first page in place of the form',
  'appeal.payersForm': 'payer’s own form',
  'appeal.previous': 'decision of the level before',
  'appeal.previous.decidedOn': 'day of the decision before',
  'appeal.previous.reference': 'reference of the decision before',
  lineOfBusiness: 'line of business',
  'practice.name': 'name of the practice',
  'practice.address': 'address of the practice',
  'practice.telephone': 'telephone number of the practice',
  'practice.fax': 'fax number of the practice',
  'practice.contactName': 'contact of the practice',
  'practice.npi': 'NPI of the practice',
  'practice.tin': 'TIN of the practice',
  'practice.signatoryName': 'name of the signatory',
  'practice.signatoryTitle': 'title of the signatory',
  'payer.name': 'name of the payer',
  'payer.appealsAddress': 'payer’s address for appeals',
  'payer.appealsFax': 'payer’s fax number for appeals',
  'member.name': 'name of the member',
  'member.id': 'number of the member',
  'member.bornOn': 'member’s date of birth',
  'member.groupNumber': 'group number',
  'claim.payerClaimControlNumber': 'payer’s claim number',
  'claim.patientControlNumber': 'patient control number',
  'claim.serviceFrom': 'first day of service',
  'claim.serviceTo': 'last day of service',
  'claim.renderingProvider': 'rendering provider',
  'claim.billedCents': 'amount billed',
  'claim.allowed': 'amount allowed',
  'claim.paidCents': 'amount paid',
  'claim.disputedCents': 'amount in dispute',
  'claim.diagnoses': 'diagnoses on the claim',
  'claim.priorAuthorization': 'prior authorization on the claim',
  'claim.referral': 'referral on the claim',
  'claim.place': 'place on the claim',
  'claim.sentOn': 'day on which the claim was sent',
  'claim.receivedOn': 'day on which the payer had the claim',
  'claim.coverageExpiredOn': 'end of cover',
  'claim.firstAcceptedOn': 'day on which the claim was first accepted',
  'claim.filingLimit': 'time to file the claim',
  'claim.acceptances': 'acceptances of the claim',
  'claim.acceptances[].by': 'name of who accepted the claim',
  'claim.acceptances[].byPayer': 'kind of who accepted the claim',
  'claim.acceptances[].on': 'day on which the claim was accepted',
  'claim.acceptances[].claimNumber': 'claim number given with the acceptance',
  'remittance.noticeOn': 'date of the remittance',
  'remittance.traceNumber': 'trace number of the remittance',
  'decision.disputed': 'lines in dispute',
  'decision.wholeClaim': 'extent of the dispute',
  'decision.claimCodes': 'codes on the claim',
  'decision.policies': 'policies that the payer names',
  'decision.reasons': 'reasons for the denial',
  'decision.lines': 'lines of the claim',
  'decision.lines[].line': 'number',
  'decision.lines[].procedure': 'procedure',
  'decision.lines[].modifiers': 'modifiers',
  'decision.lines[].serviceOn': 'day of service',
  'decision.lines[].units': 'units',
  'decision.lines[].billedCents': 'amount billed',
  'decision.lines[].allowed': 'amount allowed',
  'decision.lines[].paidCents': 'amount paid',
  'decision.lines[].codes': 'codes',
  'decision.lines[].disputed': 'dispute',
  stated: 'reason that the payer states',
  'filing.lastDay': 'last day to appeal',
};

/**
 * A fact of a letter by its path, in words and without its value: nothing of the patient is in them.
 *
 * @example
 * factInWords('decision.lines[1].paidCents') // 'the amount paid on line 2'
 * factInWords('payer.appealsAddress') // 'the payer’s address for appeals'
 */
export function factInWords(path: string): string {
  const general = path.replaceAll(/\[\d+\]/g, '[]');
  const words = wordsOf(general);
  const line = /^decision\.lines\[(\d+)\]/.exec(path);
  return line === null ? `the ${words}` : `the ${words} on line ${Number(line[1]) + 1}`;
}

/** Of a part that has no words of its own, those of what it is part of. */
function wordsOf(path: string): string {
  const own = WORDS[path];
  if (own !== undefined) return own;
  const parent = path.replace(/(\[\]|\.?[^.[\]]+)$/, '');
  return parent === '' || parent === path ? 'facts of the letter' : wordsOf(parent);
}
