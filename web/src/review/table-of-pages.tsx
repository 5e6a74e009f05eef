import type { components } from '../../../client/schema.d.ts';
import { CHANNEL_IN_WORDS } from '../ui/words.ts';

type Candidate = components['schemas']['Candidate'];

/** How it leaves, and of every document how many pages it had and how many are in the packet: no other way shows a lost one. */
export function TableOfPages({ enclosures, channel }: Pick<Candidate, 'enclosures' | 'channel'>) {
  return (
    <details
      className="table-of-pages"
      open={enclosures.some(({ pagesIn, pagesOut }) => pagesIn !== pagesOut)}
    >
      <summary>
        {channel === null ? 'How it leaves is not settled' : CHANNEL_IN_WORDS[channel]}
        {`, ${enclosures.length} ${enclosures.length === 1 ? 'enclosure' : 'enclosures'}`}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Enclosure</th>
            <th scope="col">Pages in</th>
            <th scope="col">Pages out</th>
            <th scope="col">From page</th>
          </tr>
        </thead>
        <tbody>
          {enclosures.map(({ number, name, pagesIn, pagesOut, firstPage }) => (
            <tr key={number}>
              <td>{number}</td>
              <th scope="row">{name}</th>
              <td>{pagesIn}</td>
              <td>{pagesIn === pagesOut ? pagesOut : <strong>{`${pagesOut}: pages are lost`}</strong>}</td>
              <td>{firstPage}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
