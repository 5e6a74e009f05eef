import { useTitle } from '../shell/title.ts';
import { Header, SpaceBetween } from '../ui/controls.ts';
import { FileList } from './file-list.tsx';
import { RemitNav } from './remit-nav.tsx';
import { RemittanceList } from './remittance-list.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** What came in, and whether every cent of it is accounted for. */
export default function RemitsPage({ list }: { list: 'remittances' | 'files' | 'exceptions' }) {
  useTitle(list === 'exceptions' ? 'Exceptions' : list === 'files' ? 'Files' : 'Remittances');
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description="Every cent that payers sent, from the file to what is stored.">
        Remittances
      </Header>
      <RemitNav />
      <UploadPanel />
      {list === 'remittances' && <RemittanceList only="all" />}
      {list === 'files' && <FileList only="all" />}
      {list === 'exceptions' && (
        <SpaceBetween size="l">
          <section aria-label="Files that were not read in full">
            <Header variant="h2">Files that were not read in full</Header>
            <FileList only="exceptions" />
          </section>
          <section aria-label="Remittances that do not add up or are held">
            <Header variant="h2">Remittances that do not add up or are held</Header>
            <RemittanceList only="exceptions" />
          </section>
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
