export interface Figures {
  readonly seconds: number;
  readonly peakMB: number;
}

export interface Floor {
  readonly what: string;
  readonly measured: number;
  readonly floor: number;
  readonly atMost: boolean;
  readonly unit: '×' | 'MB';
}

const MEASURED_AT = 100e6;
const LARGE = 1e9;

/** What must hold, as far as there are figures for it. Speed is compared at 100 MB. */
export function floorsOf(figures: ReadonlyMap<string, Figures>): readonly Floor[] {
  const floors: Floor[] = [];
  const of = (name: string, bytes = MEASURED_AT) => figures.get(`${name} ${bytes}`);
  const ours = of('overturn');
  const triage = of('overturn triage');
  const split = of('latin1 split');
  const bare = of('bare read');
  const faster = (what: string, us: Figures | undefined, them: Figures | undefined, floor: number) => {
    if (us && them)
      floors.push({ what, measured: them.seconds / us.seconds, floor, atMost: false, unit: '×' });
  };
  faster('full extraction against x12-parser + grouper', ours, of('x12-parser + grouper'), 5);
  faster('full extraction against a latin1 split', ours, split, 1);
  faster('full extraction against Buffer.indexOf', ours, of('Buffer.indexOf'), 0.12);
  faster('full extraction against oxedi stream', ours, of('oxedi stream'), 2);
  faster('triage to NDJSON against a latin1 split', triage, split, 0.5);
  const most = (what: string, measured: number, floor: number, unit: Floor['unit']) =>
    floors.push({ what, measured, floor, atMost: true, unit });
  if (ours && bare) most('memory of full extraction above a bare read', ours.peakMB - bare.peakMB, 40, 'MB');
  const large = of('overturn', LARGE);
  if (ours && large) {
    most('memory at 1 GB above that at 100 MB', large.peakMB - ours.peakMB, 10, 'MB');
    most('time at 1 GB against 100 MB', large.seconds / ours.seconds, 10.5, '×');
  }
  return floors;
}
