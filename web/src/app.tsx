import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ApiProblem } from './api/problem.ts';
import { SessionGate } from './session/session.tsx';
import type { SignIns } from './session/sign-ins.ts';
import { Shell } from './shell/shell.tsx';
import { PlainPage } from './ui/page.tsx';

const TodayPage = lazy(() => import('./today/today-page.tsx'));
const QueuePage = lazy(() => import('./queue/queue-page.tsx'));
const ReviewPage = lazy(() => import('./review/review-page.tsx'));
const DenialPage = lazy(() => import('./denial/denial-page.tsx'));
const DeadlinesPage = lazy(() => import('./deadlines/deadlines-page.tsx'));
const DocumentsPage = lazy(() => import('./documents/documents-page.tsx'));
const PayersPage = lazy(() => import('./settings/payers-page.tsx'));
const PayerPage = lazy(() => import('./settings/payer-page.tsx'));
const WindowsPage = lazy(() => import('./settings/windows-page.tsx'));
const UsersPage = lazy(() => import('./settings/users-page.tsx'));
const RemitsPage = lazy(() => import('./remits/remits-page.tsx'));
const RemittancePage = lazy(() => import('./remits/remittance-page.tsx'));
const WriteOffsPage = lazy(() => import('./write-offs/write-offs-page.tsx'));

/** The whole app. What the server said is kept in memory alone, and goes with the tab, a lock or a sign-out. */
export function App({ signIns }: { signIns: SignIns }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // A change that cannot be sent fails now; nobody wants it sent by itself an hour later.
          mutations: { networkMode: 'always' },
          queries: {
            staleTime: 5_000,
            // What the API refuses it refuses again; a connection may come back.
            retry: (failures, error) =>
              failures < 2 && !(error instanceof ApiProblem && (error.problem?.status ?? 500) < 500),
          },
        },
      }),
  );
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <SessionGate signIns={signIns}>
            <Routes>
              <Route element={<Shell />}>
                <Route path="/" element={<Navigate to="/today" replace />} />
                <Route path="/today" element={<TodayPage />} />
                <Route path="/queue" element={<QueuePage />} />
                <Route path="/denials/:denialId" element={<DenialPage />} />
                <Route path="/denials/:denialId/appeals/:level" element={<ReviewPage />} />
                <Route path="/write-offs" element={<WriteOffsPage />} />
                <Route path="/documents" element={<DocumentsPage />} />
                <Route path="/deadlines" element={<DeadlinesPage />} />
                <Route path="/remits" element={<RemitsPage list="remittances" />} />
                <Route path="/remits/files" element={<RemitsPage list="files" />} />
                <Route path="/remits/exceptions" element={<RemitsPage list="exceptions" />} />
                <Route path="/remits/:remittanceId" element={<RemittancePage />} />
                <Route path="/settings" element={<Navigate to="/settings/payers" replace />} />
                <Route path="/settings/payers" element={<PayersPage />} />
                <Route path="/settings/payers/:payer" element={<PayerPage />} />
                <Route path="/settings/windows" element={<WindowsPage />} />
                <Route path="/settings/users" element={<UsersPage />} />
                <Route
                  path="*"
                  element={<PlainPage title="There is no such page">Use the navigation.</PlainPage>}
                />
              </Route>
            </Routes>
          </SessionGate>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>
  );
}
