import { useState } from 'react';
import { ifMatch } from '../../../client/client.ts';
import { answerOf } from '../api/problem.ts';
import { useMe } from '../api/queries.ts';
import { useSession } from '../session/session.tsx';
import { useTitle } from '../shell/title.ts';
import { ChangeDialog } from '../ui/change-dialog.tsx';
import { type Column, ListTable } from '../ui/list-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { ChoiceLine, TextLine } from './form-line.tsx';
import { type Person, useUsers } from './queries.ts';
import { SettingsFrame } from './settings-nav.tsx';

type Role = NonNullable<Person['role']>;

const ROLE_IN_WORDS: { readonly [role in Role]: string } = {
  biller: 'Biller: works denials, approves letters',
  supervisor: 'Supervisor: also second person of write-offs, assigns',
  manager: 'Manager: settings and rules, no decisions on denials',
  admin: 'Admin: payers, users, loading files again',
  auditor: 'Auditor: reads and verifies',
};

/** Who can sign in, what they may do and for which practices. */
export default function UsersPage() {
  useTitle('Users');
  const users = useUsers();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <SettingsFrame>
      <Panel of={users} what="the users">
        {(data) => {
          const person = data.users.find(({ userId }) => userId === chosen);
          return (
            <>
              <ListTable
                label="Users"
                rows={data.users}
                idOf={({ userId }) => userId}
                columns={COLUMNS}
                onChoose={setChosen}
                empty="Nobody can sign in yet: people are invited in the sign-in directory."
              />
              {person !== undefined && (
                <AccessDialog key={person.userId} person={person} onDone={() => setChosen(null)} />
              )}
            </>
          );
        }}
      </Panel>
    </SettingsFrame>
  );
}

const COLUMNS: readonly Column<Person>[] = [
  { id: 'username', header: 'Signs in as', names: true, cell: ({ username }) => username },
  { id: 'name', header: 'Name', cell: ({ name }) => name ?? '' },
  {
    id: 'role',
    header: 'Role',
    cell: ({ role }) => (role === null ? <strong>No role: can do nothing yet</strong> : ROLE_IN_WORDS[role]),
  },
  { id: 'practices', header: 'Practices', cell: ({ practices }) => practicesInWords(practices) },
  {
    id: 'enabled',
    header: 'Sign-in',
    cell: ({ enabled }) => (enabled ? 'Open' : <strong>Closed</strong>),
  },
];

function practicesInWords(practices: readonly string[]): string {
  if (practices.length === 0) return 'None: no access';
  return practices.includes('*') ? 'All' : practices.join(', ');
}

function AccessDialog({ person, onDone }: { person: Person; onDone: () => void }) {
  const { api } = useSession();
  const me = useMe();
  const [version, setVersion] = useState(person.version);
  const [role, setRole] = useState<string>(person.role ?? 'biller');
  const [name, setName] = useState(person.name ?? '');
  const [practices, setPractices] = useState(person.practices.join(' '));
  const listed = practices.split(/[\s,]+/).filter((practice) => practice !== '');
  const isMine = person.userId === me.data?.userId;
  const send = async (key: string) => {
    await answerOf(
      api.PUT('/api/settings/users/{userId}/access', {
        params: {
          path: { userId: person.userId },
          header: { 'If-Match': ifMatch(version), 'Idempotency-Key': key },
        },
        body: { role: role as Role, practices: listed, ...(name.trim() !== '' && { name: name.trim() }) },
      }),
    );
    return `${person.username}: ${ROLE_IN_WORDS[role as Role].split(':')[0]}, practices: ${practicesInWords(listed)}.`;
  };
  return (
    <ChangeDialog
      title={`Access of ${person.username}`}
      verb="Give access"
      notReady={isMine ? 'Nobody changes their own access' : null}
      send={send}
      refreshes={['settings']}
      onDone={onDone}
      onApplyOnTop={setVersion}
    >
      {isMine && <p className="warning">Nobody changes their own access: another admin does.</p>}
      <ChoiceLine
        id="access-role"
        label="Role"
        value={role}
        wrong=""
        choices={ROLE_IN_WORDS}
        disabled={isMine}
        onChange={setRole}
      />
      <TextLine
        id="access-name"
        label="Name, as colleagues see it"
        value={name}
        wrong=""
        disabled={isMine}
        onChange={setName}
      />
      <TextLine
        id="access-practices"
        label="Practices: * for all, or their ids with spaces between; none takes the access away"
        value={practices}
        wrong=""
        disabled={isMine}
        onChange={setPractices}
      />
      <p>
        Before: {person.role === null ? 'no role' : ROLE_IN_WORDS[person.role].split(':')[0]}, practices:{' '}
        {practicesInWords(person.practices)}. After: {ROLE_IN_WORDS[role as Role].split(':')[0]}, practices:{' '}
        {practicesInWords(listed)}.
      </p>
    </ChangeDialog>
  );
}
