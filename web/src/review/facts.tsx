import type { components } from '../../../client/schema.d.ts';
import type { Denial } from '../denial/denial.ts';
import { DenialHead } from '../denial/denial-head.tsx';
import { WhyDenied } from '../denial/why-denied.tsx';
import { Header, KeyValuePairs } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { Money } from '../ui/money.tsx';

type Enclosure = components['schemas']['BoundEnclosure'];

/** What the letter rests on: the remittance, the reason, and the evidence that goes along, page by page. */
export function Facts({
  denial,
  enclosures,
  citedBy,
  onPage,
}: {
  denial: Denial;
  enclosures: readonly Enclosure[];
  /** How many statements cite this page of the packet. */
  citedBy: (page: number) => number;
  onPage: (page: number) => void;
}) {
  const { chargeCents, paidCents, amountCents, payerClaimControlNumber, noticeOn } = denial;
  return (
    <>
      <DenialHead denial={denial} />
      <section aria-label="From the remittance">
        <Header variant="h3">From the remittance</Header>
        <KeyValuePairs
          columns={2}
          minColumnWidth={120}
          items={[
            { label: 'Billed', value: <Money cents={chargeCents} /> },
            { label: 'Paid', value: <Money cents={paidCents} /> },
            { label: 'In dispute', value: <Money cents={amountCents} /> },
            { label: 'Payer’s number', value: <span className="code">{payerClaimControlNumber}</span> },
            { label: 'Decided on', value: noticeOn === null ? 'Not stated' : dayInWords(noticeOn) },
          ]}
        />
      </section>
      <WhyDenied denial={denial} />
      <section aria-label="Evidence" id="evidence" tabIndex={-1}>
        <Header variant="h3">Evidence</Header>
        {enclosures.length === 0 ? (
          <p className="quiet">Nothing is enclosed.</p>
        ) : (
          <ol className="evidence">
            {enclosures.map(({ number, name, pagesOut, firstPage }) => (
              <li key={number}>
                Encl. {number}: {name}
                <span className="evidence-pages">
                  {Array.from({ length: pagesOut }, (_, at) => firstPage + at).map((page, at) => {
                    const cited = citedBy(page);
                    return (
                      <button
                        type="button"
                        key={page}
                        className="evidence-page"
                        aria-label={`Enclosure ${number}, page ${at + 1}${cited > 0 ? `, cited ${cited} times` : ''}`}
                        data-cited={cited > 0}
                        onClick={() => onPage(page)}
                      >
                        {at + 1}
                      </button>
                    );
                  })}
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
