import './delivery.css';
import type { components } from '../../../client/schema.d.ts';
import type { Denial } from '../denial/denial.ts';
import { Button, Header, KeyValuePairs } from '../ui/controls.ts';
import { dayInWords } from '../ui/day.ts';
import { ListTable } from '../ui/list-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { useDelivery } from './queries.ts';
import { CHANNEL_IN_WORDS, SHOWN_IN_WORDS } from './words.ts';

type Answer = components['schemas']['Delivery'];

/** How the packet leaves, or left, and what shows how far it came: no more than the evidence says. */
export function Delivery({ denial }: { denial: Denial }) {
  const { denialId, version, answerDueOn } = denial;
  const delivery = useDelivery(denialId, version);
  return (
    <section aria-label="Delivery" className="delivery">
      <Header variant="h3">Delivery</Header>
      <Panel of={delivery} what="the delivery">
        {(data) => (
          <>
            <KeyValuePairs
              columns={4}
              minColumnWidth={160}
              items={[
                { label: 'By', value: CHANNEL_IN_WORDS[data.channel] },
                { label: 'So far', value: data.standingInWords ?? 'Nothing is approved' },
                { label: 'To', value: data.to === null ? 'Not configured' : officeInWords(data.to) },
                {
                  label: 'Answer due',
                  value: answerDueOn === null ? 'Not known' : dayInWords(answerDueOn),
                },
              ]}
            />
            <Checklist delivery={data} />
            <Files files={data.files} />
            <Evidence evidence={data.evidence} />
          </>
        )}
      </Panel>
    </section>
  );
}

function officeInWords({ name, address, fax, portal }: NonNullable<Answer['to']>): string {
  return [name, address, fax === null ? null : `Fax ${fax}`, portal]
    .filter((part) => part !== null)
    .join(', ');
}

/** What a portal takes and asks for, to be copied into its form. */
function Checklist({ delivery: { checks, fields } }: { delivery: Pick<Answer, 'checks' | 'fields'> }) {
  return (
    <>
      {checks.length > 0 && (
        <ul className="delivery-checks">
          {checks.map(({ what, holds, says }) => (
            <li key={what} data-holds={holds}>
              <span aria-hidden="true">{holds ? '✓' : '○'}</span>{' '}
              <span className="visually-hidden">{holds ? 'Done: ' : 'Open: '}</span>
              {says}
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && (
        <dl className="delivery-fields">
          {fields.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}{' '}
                <Button
                  variant="inline-link"
                  ariaLabel={`Copy ${label}`}
                  onClick={() => void navigator.clipboard.writeText(value)}
                >
                  Copy
                </Button>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Files({ files }: Pick<Answer, 'files'>) {
  return (
    <ListTable
      label="Files, in the order in which they are sent"
      rows={files}
      empty="No file is made yet."
      idOf={({ sha256 }) => sha256}
      columns={[
        { id: 'name', header: 'File', cell: ({ fileName }) => fileName },
        { id: 'pages', header: 'Pages', cell: ({ pageCount }) => pageCount ?? 'not counted' },
        {
          id: 'sha256',
          header: 'SHA-256',
          cell: ({ sha256 }) => <span className="code hash">{sha256}</span>,
        },
      ]}
    />
  );
}

function Evidence({ evidence }: Pick<Answer, 'evidence'>) {
  return (
    <ListTable
      label="What shows how far it came"
      rows={evidence}
      empty="Nothing shows yet that it left."
      idOf={({ shows, recordedAt, reference }) => `${shows} ${recordedAt} ${reference}`}
      columns={[
        { id: 'shows', header: 'What', cell: ({ shows }) => SHOWN_IN_WORDS[shows] },
        { id: 'on', header: 'On', cell: ({ on }) => dayInWords(on) },
        {
          id: 'reference',
          header: 'Reference',
          cell: ({ reference }) => <span className="code">{reference}</span>,
        },
        {
          id: 'proof',
          header: 'Proof',
          cell: ({ documentSha256 }) => (documentSha256 === null ? 'none attached' : 'attached'),
        },
      ]}
    />
  );
}
