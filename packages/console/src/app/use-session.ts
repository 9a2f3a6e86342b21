import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { rememberSession, request, type SessionView, sessionQuery } from '../api/index.js';

/** Who is logged in; `undefined` while not known or when nobody is. */
export function useSession() {
  const { data, isPending } = useQuery(sessionQuery);
  return { session: data, person: data?.person, isPending };
}

/** Logs in and keeps every page's data fresh for the new person. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation<SessionView, Error, { readonly login: string; readonly password: string }>({
    mutationFn: async (body) => rememberSession(await request<SessionView>('/session', { method: 'POST', body })),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'forms' });
    },
  });
}

/** Logs out; what others could see on a shared screen is forgotten. */
export function useLogOut() {
  const client = useQueryClient();
  return useMutation<void, Error, void>({
    mutationFn: async () => {
      await request<void>('/session', { method: 'DELETE' });
      rememberSession({});
    },
    onSuccess: () => {
      client.removeQueries({ predicate: ({ queryKey }) => !['tenant', 'services', 'session', 'forms'].includes(String(queryKey[0])) });
      client.setQueryData(sessionQuery.queryKey, {});
    },
  });
}

/** Roles that work in the staff console. */
export function isStaff(session: SessionView | undefined): boolean {
  return session?.person?.roles.some(({ kind }) => kind !== 'applicant') ?? false;
}
