import { InvalidArgumentError } from 'commander';
import type { FileKind, GenerateRequest } from '../../functions/core/generate/generate.ts';
import { PAYERS } from '../../functions/core/generate/payers.ts';
import { type PayerType, payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { parseCalendarDate } from '../../functions/core/time/calendar-date.ts';

/** `--kind`: what is written. */
export const KINDS: Readonly<Record<string, readonly FileKind[]>> = {
  '835': ['835'],
  '837': ['837P', '837I'],
  '277ca': ['277CA'],
  all: ['837P', '837I', '277CA', '835'],
};

const BYTES_OF_UNIT: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9 };
const LARGEST_SEED = 2 ** 53 - 1;

/** A whole number from 0: the same seed and options give the same bytes. */
export function seed(value: string): number {
  const number = wholeNumber(value);
  if (number > LARGEST_SEED) throw new InvalidArgumentError(`Give a seed up to ${LARGEST_SEED}.`);
  return number;
}

export function positiveCount(value: string): number {
  const count = wholeNumber(value);
  if (count < 1) throw new InvalidArgumentError('Give a whole number, 1 or more.');
  return count;
}

/** `500000`, `10MB`, `1.5GB`: decimal units. */
export function byteCount(value: string): number {
  const parts = /^(\d+(?:\.\d+)?)\s*(KB|MB|GB)?$/i.exec(value);
  const unit = BYTES_OF_UNIT[parts?.[2]?.toUpperCase() ?? ''] as number;
  const bytes = parts === null ? 0 : Math.round(Number(parts[1]) * unit);
  if (bytes < 1) throw new InvalidArgumentError('Give a size such as 500KB, 10MB or 1GB.');
  return bytes;
}

/** `0.13` or `13%`. */
export function share(value: string): number {
  const parts = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(value);
  const rate = parts === null ? Number.NaN : Number(parts[1]) / (parts[2] === '%' ? 100 : 1);
  if (!(rate >= 0 && rate <= 1))
    throw new InvalidArgumentError('Give a share from 0 to 1, such as 0.13 or 13%.');
  return rate;
}

export function calendarDate(value: string): string {
  const date = parseCalendarDate(value);
  if (date === null)
    throw new InvalidArgumentError('Give a calendar date as yyyy-mm-dd, for example 2026-07-01.');
  return date;
}

/** `commercial=60,medicare_ffs=40`: payers of other types do not occur. */
export function payerMix(value: string): NonNullable<GenerateRequest['payerMix']> {
  const mix: Partial<Record<PayerType, number>> = {};
  for (const part of value.split(',')) {
    const [name = '', weight = ''] = part.split('=').map((side) => side.trim());
    const type = payerTypeSchema.exclude(['unknown']).safeParse(name);
    if (!type.success) {
      const types = [...new Set(PAYERS.map(({ payerType }) => payerType))].join(', ');
      throw new InvalidArgumentError(`${name || part} is no payer type. There are: ${types}.`);
    }
    if (!/^\d+(\.\d+)?$/.test(weight)) {
      throw new InvalidArgumentError(`Give each payer type a weight, such as ${name}=10.`);
    }
    mix[type.data] = Number(weight);
  }
  if (!Object.values(mix).some((weight) => weight > 0)) {
    throw new InvalidArgumentError('Give at least one payer type a weight above 0.');
  }
  return mix;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,16}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}
