import { useParams, useSearchParams } from 'react-router';
import { useTitle } from '../shell/title.ts';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { Panel } from '../ui/panel.tsx';
import { DraftOnDesk } from './draft-on-desk.tsx';
import { entryOf } from './payer-entry.ts';
import { PayerForm } from './payer-form.tsx';
import { usePayer, usePayers } from './queries.ts';
import { SettingsFrame } from './settings-nav.tsx';

/** One payer: what is in force, the draft, and writing a new one. */
export default function PayerPage() {
  useTitle('Payer');
  const { payer = '' } = useParams();
  const [query] = useSearchParams();
  const desk = usePayer(payer);
  const payers = usePayers();
  const seenId = query.get('seen');
  const seen = payers.data?.seenNotConfigured.find(({ id }) => id === seenId) ?? null;
  const isReady = seenId === null || payers.data !== undefined || payers.isError;
  return (
    <SettingsFrame>
      <Panel of={isReady ? desk : { ...desk, data: undefined }} what="this payer">
        {({ data, version }) => {
          const draft = data.draft?.state === 'open' ? data.draft : null;
          const entry = entryOf(payer, { draft: draft?.content ?? null, inForce: data.inForce }, seen);
          return (
            <SpaceBetween size="l">
              <Header variant="h2">{entry.name === '' ? payer : entry.name}</Header>
              {draft !== null && <DraftOnDesk payer={payer} desk={data} draft={draft} version={version} />}
              <PayerForm
                key={payer}
                payer={payer}
                start={entry}
                version={version}
                draft={data.actions.find(({ id }) => id === 'draft') ?? null}
              />
            </SpaceBetween>
          );
        }}
      </Panel>
    </SettingsFrame>
  );
}
