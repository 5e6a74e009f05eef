import type { Segment } from '../x12/segment.ts';
import { isSameControlNumber, statedCount } from './control-numbers.ts';
import { NOWHERE, notice } from './notices.ts';
import type { ReaderEvent, ReadingNotice } from './remittance.ts';

/** Follows ISA, GS, GE and IEA and warns of what does not fit. Nothing here keeps a transaction from being read. */
export class Envelope {
  /** GS08 of the group at hand. */
  groupVersion = '';
  private readonly emit: (event: ReaderEvent) => void;
  private interchange: string | null = null;
  private group: string | null = null;
  private groups = 0;
  private transactions = 0;
  private warnedOfGs = false;

  constructor(emit: (event: ReaderEvent) => void) {
    this.emit = emit;
  }

  openInterchange(isa: Segment): void {
    this.interchange = isa.ownText(13);
    this.groups = 0;
    this.warnedOfGs = false;
  }

  openGroup(gs: Segment): void {
    this.closeMissing('group');
    this.group = gs.ownText(6);
    this.groupVersion = gs.text(8);
    this.transactions = 0;
    this.groups++;
  }

  addTransaction(st: Segment): void {
    this.transactions++;
    if (this.interchange === null || this.group !== null || this.warnedOfGs) return;
    this.warnedOfGs = true;
    this.warn(notice('missing_gs', { ...NOWHERE, segment: st.number, byteOffset: st.byteStart }));
  }

  closeGroup(ge: Segment): void {
    const place = { ...NOWHERE, segment: ge.number, byteOffset: ge.byteStart };
    if (this.group !== null) {
      if (Number(ge.text(1) || Number.NaN) !== this.transactions) {
        this.warn(notice('wrong_group_count', place, statedCount(ge), this.transactions));
      }
      if (!isSameControlNumber(ge.ownText(2), this.group)) this.warn(notice('wrong_group_number', place));
    }
    this.group = null;
  }

  closeInterchange(iea: Segment): void {
    this.closeMissing('group');
    const place = { ...NOWHERE, segment: iea.number, byteOffset: iea.byteStart };
    if (this.interchange !== null) {
      if (Number(iea.text(1) || Number.NaN) !== this.groups) {
        this.warn(notice('wrong_interchange_count', place, statedCount(iea), this.groups));
      }
      if (!isSameControlNumber(iea.ownText(2), this.interchange)) {
        this.warn(notice('wrong_interchange_number', place));
      }
    }
    this.interchange = null;
    this.groupVersion = '';
  }

  /** Warns of the trailers that are missing when something else begins, or the input ends. */
  closeMissing(what: 'group' | 'interchange'): void {
    if (this.group !== null) this.warn(notice('missing_ge', NOWHERE, this.group));
    this.group = null;
    this.groupVersion = '';
    if (what === 'group') return;
    if (this.interchange !== null) this.warn(notice('missing_iea', NOWHERE, this.interchange));
    this.interchange = null;
  }

  private warn(about: ReadingNotice): void {
    this.emit({ kind: 'warning', notice: about });
  }
}
