import { isClaimNumber, payerNumbersOf } from '../../core/family/same-claim.ts';
import { businessIdentityOf } from '../../core/remittance/business-identity.ts';
import { filePosition, remittancePosition } from '../../core/remittance/ledger-position.ts';
import type {
  LedgerFile,
  LedgerRemittance,
  RedrivePreview,
  RemittanceStore,
  StoredClaimPayment,
} from '../../ports/remittance-store.ts';
import {
  ledgerFileSchema,
  ledgerRemittanceSchema,
  redrivePreviewSchema,
  storedClaimPaymentSchema,
} from '../stored-remittance.ts';

/** The remittance store in memory: same contract. Everything passes through its schema. */
export class MemoryRemittanceStore implements RemittanceStore {
  readonly #files = new Map<string, LedgerFile>();
  readonly #copies = new Map<string, LedgerFile>();
  readonly #remittances = new Map<string, LedgerRemittance>();
  readonly #identities = new Map<string, LedgerRemittance['remittanceId']>();
  readonly #payments = new Map<string, StoredClaimPayment>();
  readonly #previews = new Map<string, RedrivePreview>();
  readonly #taken = new Set<string>();

  async registerFile(file: LedgerFile): Promise<'new' | { readonly known: LedgerFile }> {
    const known = this.#files.get(file.fileSha256);
    if (known !== undefined) return { known };
    this.#files.set(file.fileSha256, ledgerFileSchema.parse(structuredClone(file)));
    return 'new';
  }

  async updateFile(file: LedgerFile): Promise<void> {
    this.#files.set(file.fileSha256, ledgerFileSchema.parse(structuredClone(file)));
  }

  async recordCopy(copy: LedgerFile): Promise<void> {
    const key = `${copy.fileSha256}#${copy.objectVersionId}`;
    if (!this.#copies.has(key)) this.#copies.set(key, ledgerFileSchema.parse(structuredClone(copy)));
  }

  async readFile(fileSha256: string): Promise<LedgerFile | null> {
    return this.#files.get(fileSha256) ?? null;
  }

  async listFiles(limit: number, after: string | null = null): Promise<readonly LedgerFile[]> {
    return newestFirst([...this.#files.values(), ...this.#copies.values()], filePosition, after, limit);
  }

  async registerRemittance(remittance: LedgerRemittance) {
    const known = this.#remittances.get(remittance.remittanceId);
    if (known !== undefined) {
      const kind = ({ loading: 'resume', loaded: 'repeat', conflict: 'conflict' } as const)[known.status];
      return { kind, remittance: known };
    }
    const identity = businessIdentityOf(remittance.header);
    const holder = this.#identities.get(identity);
    const moneyMoved = remittance.header.paymentCents !== 0;
    const stored = ledgerRemittanceSchema.parse({
      ...structuredClone(remittance),
      ...(holder !== undefined && { sharesIdentityWith: holder, ...(moneyMoved && { status: 'conflict' }) }),
    });
    if (holder === undefined) this.#identities.set(identity, remittance.remittanceId);
    this.#remittances.set(remittance.remittanceId, stored);
    return {
      kind: stored.status === 'conflict' ? ('conflict' as const) : ('new' as const),
      remittance: stored,
    };
  }

  async updateRemittance(remittance: LedgerRemittance): Promise<void> {
    this.#remittances.set(remittance.remittanceId, ledgerRemittanceSchema.parse(structuredClone(remittance)));
  }

  async startRedrive(file: LedgerFile): Promise<boolean> {
    const known = this.#files.get(file.fileSha256);
    if (known === undefined) return false;
    if ((known.redrives?.length ?? 0) + 1 !== file.redrives?.length) return false;
    await this.updateFile(file);
    return true;
  }

  async recordRelease(remittance: LedgerRemittance): Promise<boolean> {
    if (this.#remittances.get(remittance.remittanceId)?.status !== 'conflict') return false;
    await this.updateRemittance(remittance);
    return true;
  }

  async keepPreview(fileSha256: string, preview: RedrivePreview): Promise<void> {
    this.#previews.set(fileSha256, redrivePreviewSchema.parse(structuredClone(preview)));
  }

  async readPreview(fileSha256: string): Promise<RedrivePreview | null> {
    return this.#previews.get(fileSha256) ?? null;
  }

  async readRemittance(remittanceId: string): Promise<LedgerRemittance | null> {
    return this.#remittances.get(remittanceId) ?? null;
  }

  async listRemittances(
    practiceId: string,
    limit: number,
    after: string | null = null,
  ): Promise<readonly LedgerRemittance[]> {
    const own = [...this.#remittances.values()].filter((r) => r.practiceId === practiceId);
    return newestFirst(own, remittancePosition, after, limit);
  }

  async claimPaymentsOfRemittance(
    remittanceId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ) {
    return this.payments()
      .filter((p) => p.remittanceId === remittanceId && p.claim.ordinal > after)
      .sort((a, b) => a.claim.ordinal - b.claim.ordinal)
      .slice(0, limit);
  }

  async listPractices() {
    return [...new Set([...this.#remittances.values()].map((r) => r.practiceId))].sort();
  }

  async listPayers() {
    const named = [...this.#remittances.values()].map(({ header }) => [header.payer.id, header.payer.name]);
    return [...new Set(named.map((payer) => JSON.stringify(payer)))].sort().map((text) => {
      const [id = '', name = ''] = JSON.parse(text) as string[];
      return { id, name };
    });
  }

  async putClaimPayments(claimPayments: readonly StoredClaimPayment[]): Promise<void> {
    this.storeNow(claimPayments);
  }

  async storedTotals(remittanceId: string) {
    const stored = this.payments().filter((p) => p.remittanceId === remittanceId);
    const denied = stored.flatMap((p) => (p.decision?.class === 'denial' ? [p.decision] : []));
    return {
      claims: stored.length,
      paidCents: stored.reduce((sum, p) => sum + p.claim.paidCents, 0),
      denials: denied.length,
      deniedCents: denied.reduce((sum, decision) => sum + decision.amountCents, 0),
    };
  }

  async readClaimPayment(payeeId: string, claimId: string, remittanceId: string, clpOrdinal: number) {
    return this.#payments.get(paymentKey(payeeId, claimId, remittanceId, clpOrdinal)) ?? null;
  }

  async claimPaymentsOf(payeeId: string, claimId: string) {
    return this.payments().filter((p) => p.payeeId === payeeId && p.claim.claimId === claimId);
  }

  async firstsOf(claimPayments: readonly StoredClaimPayment[]) {
    const among = (numbers: readonly string[], all: readonly string[]) =>
      numbers.some((number) => all.filter((other) => other === number).length > 1);
    const numbers = claimPayments.map(numbersUnder);
    const all = numbers.flat();
    const firsts = claimPayments.filter((_, index) => {
      const own = numbers[index] ?? [];
      return !among(own, all) && !own.some((number) => this.#taken.has(number));
    });
    for (const number of all) this.#taken.add(number);
    return firsts;
  }

  async claimIdsOf(payeeId: string, number: string) {
    const named = this.payments().filter(
      ({ payeeId: of, claim }) =>
        of === payeeId &&
        (claim.payerClaimControlNumber === number ||
          claim.references.some(({ qualifier, value }) => qualifier === 'F8' && value === number)),
    );
    return [...new Set(named.map(({ claim }) => claim.claimId))];
  }

  /** The write itself, without a turn of the event loop: a part of a larger transaction. */
  storeNow(claimPayments: readonly StoredClaimPayment[]): void {
    for (const payment of claimPayments) {
      const { payeeId, claim, remittanceId } = payment;
      this.#payments.set(
        paymentKey(payeeId, claim.claimId, remittanceId, claim.ordinal),
        storedClaimPaymentSchema.parse(structuredClone(payment)),
      );
    }
  }

  payments(): readonly StoredClaimPayment[] {
    return [...this.#payments.values()];
  }
}

function newestFirst<T>(
  all: readonly T[],
  positionOf: (one: T) => string,
  after: string | null,
  limit: number,
): readonly T[] {
  return all
    .filter((one) => after === null || positionOf(one) < after)
    .toSorted((a, b) => (positionOf(a) > positionOf(b) ? -1 : 1))
    .slice(0, limit);
}

function numbersUnder({ payeeId, claim }: StoredClaimPayment): string[] {
  const named = payerNumbersOf(claim).map((number) => JSON.stringify(['named', payeeId, number]));
  return isClaimNumber(claim.claimId) ? [JSON.stringify(['claim', payeeId, claim.claimId]), ...named] : named;
}

function paymentKey(payeeId: string, claimId: string, remittanceId: string, clpOrdinal: number): string {
  return JSON.stringify([payeeId, claimId, remittanceId, clpOrdinal]);
}
