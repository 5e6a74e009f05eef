import type { components } from '../../../client/schema.d.ts';
import { factInWords } from '../../../functions/core/appeal/fact-words.ts';

type Draft = components['schemas']['ReadDraftAnswer'];
type Enclosure = components['schemas']['BoundEnclosure'];

/** Something that the letter states, and where a reader finds it. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** In words; null where it has none. */
  readonly source: string | null;
  /** Page of the packet that shows it, from 1; null where a record does. */
  readonly page: number | null;
  /** Whether a biller added it as a fact: of those a missing source stops approval. */
  readonly isFact: boolean;
}

/**
 * What the biller states, with sources: the facts they added, and the rows of tables that cite an enclosure. Running
 * text is not judged.
 */
export function statementsOf(
  { facts, passages }: Pick<Draft, 'facts' | 'passages'>,
  enclosures: readonly Enclosure[],
): readonly Statement[] {
  const added = facts.map(({ statement, source }, at): Statement => {
    const id = `fact ${at}`;
    if (source.kind === 'field') {
      return {
        id,
        text: statement,
        source: `The record: ${factInWords(source.field)}`,
        page: null,
        isFact: true,
      };
    }
    const enclosure = enclosures.find(({ sha256 }) => sha256 === source.sha256);
    return {
      id,
      text: statement,
      source: enclosure === undefined ? null : `Encl. ${enclosure.number}, p. ${source.page}`,
      page: enclosure === undefined ? null : enclosure.firstPage + source.page - 1,
      isFact: true,
    };
  });
  const rows = passages
    .filter(({ kind, columns }) => kind === 'rows' && columns.at(-1)?.id === 'where')
    .flatMap(({ id, text }) =>
      (text ?? '')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => rowStatement(`${id} ${at}`, line, enclosures)),
    );
  return [...added, ...rows];
}

function rowStatement(id: string, line: string, enclosures: readonly Enclosure[]): Statement {
  const parts = line.split('|').map((part) => part.trim());
  const where = parts.at(-1) ?? '';
  const cited = /Encl(?:osure|\.)\s*(\d+)(?:,\s*pp?\.\s*(\d+))?/.exec(where);
  const enclosure = enclosures.find(({ number }) => number === Number(cited?.[1]));
  return {
    id,
    text: parts.slice(0, -1).join(': '),
    source: where === '' ? null : where,
    page: enclosure === undefined ? null : enclosure.firstPage + Number(cited?.[2] ?? 1) - 1,
    isFact: false,
  };
}
