import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { useMe } from '../api/queries.ts';
import { useSession } from '../session/session.tsx';
import { Button, Modal } from '../ui/controls.ts';
import { Skeleton } from '../ui/panel.tsx';
import { OfflineBanner, Updating } from './connection.tsx';
import { useKeys } from './keys.ts';
import { NamesProvider, useNames } from './names.tsx';
import { NoticesProvider } from './notices.tsx';
import { PAGES } from './pages.ts';
import { applyTheme, nextTheme, type Theme, themeInUse } from './theme.ts';

/** The frame around every page: navigation, who is signed in, whether names show, help. */
export function Shell() {
  return (
    <NamesProvider>
      <Frame>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </Frame>
    </NamesProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { signOut } = useSession();
  const me = useMe();
  const names = useNames();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const [theme, setTheme] = useState<Theme>(themeInUse);

  useEffect(() => applyTheme(theme), [theme]);
  useKeys({
    '?': () => setHelp(true),
    '.': names.toggle,
    ...Object.fromEntries(PAGES.map(({ key, path }) => [`g ${key}`, () => void navigate(path)])),
  });

  return (
    <div className="frame">
      <a className="skip" href="#content">
        Skip to the page
      </a>
      <header className="top-bar">
        <strong>Overturn</strong>
        <span className="quiet">{me.data?.organisation ?? ''}</span>
        <Updating />
        <span className="spread" />
        <Button onClick={names.toggle} ariaExpanded={names.shown}>
          {names.shown ? 'Hide names' : 'Show names'}
        </Button>
        <Button onClick={() => setTheme(nextTheme(theme))}>{`Theme: ${theme}`}</Button>
        <Button onClick={() => setHelp(true)} ariaLabel="Keys">
          Keys
        </Button>
        <span>
          {me.data?.name ?? ''} <span className="quiet">{me.data?.role ?? ''}</span>
        </span>
        <Button onClick={signOut}>Sign out</Button>
      </header>
      <OfflineBanner />
      <div className="frame-body">
        <nav className="pages" aria-label="Pages">
          {PAGES.map(({ path, name }) => (
            <NavLink key={path} to={path}>
              {name}
            </NavLink>
          ))}
        </nav>
        <main id="content" tabIndex={-1}>
          <NoticesProvider>{children}</NoticesProvider>
        </main>
      </div>
      {help && <Keys onDismiss={() => setHelp(false)} />}
    </div>
  );
}

function Keys({ onDismiss }: { onDismiss: () => void }) {
  return (
    <Modal visible header="Keys" onDismiss={onDismiss} closeAriaLabel="Close">
      <dl className="keys">
        {PAGES.map(({ key, name }) => (
          <KeyRow key={key} keys={['g', key]} does={name} />
        ))}
        <KeyRow keys={['.']} does="Show names for five minutes, or hide them" />
        <KeyRow keys={['?']} does="This list" />
        <KeyRow keys={['j']} does="In the queue: next row" />
        <KeyRow keys={['k']} does="In the queue: row before" />
        <KeyRow keys={['Enter']} does="In the queue: open the denial" />
        <KeyRow keys={['Space']} does="In the queue: show or hide the details beside it" />
        <KeyRow keys={['m']} does="In the queue: take it" />
        <KeyRow keys={['j', 'k']} does="In the other lists: next row, row before" />
        <KeyRow keys={['y']} does="In write-offs: approve" />
        <KeyRow keys={['r']} does="In write-offs: return" />
        <KeyRow keys={['u']} does="In documents: choose files" />
        <KeyRow keys={['1…9']} does="In documents: attach the first accepted file to this requirement" />
        <KeyRow keys={['Control+s']} does="In settings: check and save the draft" />
        <KeyRow keys={['Control+Enter']} does="In a dialog of these lists: send it" />
      </dl>
    </Modal>
  );
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key, at) => (
          <span key={key}>
            {at > 0 && ' '}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
