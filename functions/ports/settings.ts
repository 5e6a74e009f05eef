import type { OwnTemplate } from '../core/appeal/own-template.ts';
import type { AssignmentRule } from '../core/assignment/assignment-rule.ts';
import type { RegistryPayer } from '../core/payer/registry.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import type { WriteOffReasonCode } from '../core/write-off/reasons.ts';

/** The organisation's own words and numbers; null = not configured, shown as such in letters and lists. */
export interface OrganisationSettings {
  /** As people call it. @default nobody said */
  readonly name?: string | undefined;
  readonly timeZone: string;
  /** Letterhead and signature, by practice. */
  readonly practices: readonly PracticeSettings[];
  /** The payer registry. */
  readonly payers: readonly RegistryPayer[];
  /** What the organisation says differently from the release's rulebook. */
  readonly ruleLayer?: Layer | undefined;
  /** Letter templates of its own. @default none */
  readonly templates?: readonly OwnTemplate[] | undefined;
  /** Above this a second person approves a write-off. Ships as 0: always. */
  readonly writeOffSecondPersonAboveCents: number;
  /** Other limits for some reasons, in cents. @default the one above */
  readonly writeOffLimitsByReason?: Readonly<Partial<Record<WriteOffReasonCode, number>>> | undefined;
  /** Up to this a rule's write-off proposal is posted without a person. Ships as 0: never. */
  readonly autoPostWriteOffUpToCents: number;
  readonly secondPersonOnAppeals: boolean;
  /** Who gets which new denial: the first that fits and may work on it. @default nobody: the queue */
  readonly assignment?: readonly AssignmentRule[] | undefined;
}

export interface PracticeSettings {
  readonly practiceId: string;
  readonly legalName: string;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly fax: string | null;
  readonly contactName: string | null;
  readonly signatory: { readonly name: string; readonly title: string } | null;
  /** Net patient service revenue by month (`yyyy-mm`), in cents. @default not configured: figures that need it say so */
  readonly netRevenueCentsByMonth?: Readonly<Record<string, number>> | undefined;
}

export interface UserRecord {
  readonly userId: string;
  readonly name: string;
  readonly role: 'biller' | 'supervisor' | 'manager' | 'admin' | 'auditor';
  /** '*' = every practice of the organisation. */
  readonly practices: readonly string[];
}

export interface Settings {
  organisation(): Promise<OrganisationSettings>;
  user(userId: string): Promise<UserRecord | null>;
}
