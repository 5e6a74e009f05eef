import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../client/schema.d.ts';
import { ApiProblem, answerOf } from '../api/problem.ts';
import { type Versioned, versionedAnswerOf } from '../api/versioned.ts';
import { useSession } from '../session/session.tsx';

export type Payers = components['schemas']['ListPayersAnswer'];
export type PayerOnDesk = components['schemas']['PayerOnDesk'];
export type RegistryPayer = components['schemas']['RegistryPayer'];
export type NotConfigured = components['schemas']['ListNotConfiguredAnswer']['windows'][number];
export type Person = components['schemas']['Person'];

export function usePayers() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['settings', 'payers'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/settings/payers', { signal })),
  });
}

/** One payer on its desk; a payer that nobody has written about yet has neither entry nor draft. */
export function usePayer(payer: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['settings', 'payer', payer],
    queryFn: async ({ signal }): Promise<Versioned<PayerOnDesk>> => {
      try {
        return await versionedAnswerOf(
          api.GET('/api/settings/payers/{payer}', { signal, params: { path: { payer } } }),
        );
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.problem?.status !== 404) throw error;
        const actions = [{ id: 'draft', allowed: true, reason: null } as const];
        return { data: { version: 0, draft: null, inForce: null, actions }, version: 0 };
      }
    },
  });
}

export function useNotConfigured() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['settings', 'not-configured'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/settings/not-configured', { signal })),
  });
}

export function useUsers() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['settings', 'users'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/settings/users', { signal })),
  });
}
