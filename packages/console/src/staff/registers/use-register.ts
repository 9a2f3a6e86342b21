import { useQuery } from '@tanstack/react-query';
import type { RegisterView } from '../../api/index.js';
import { registersQuery } from './register-queries.js';

/** The register of this id as the reader may use it; `missing` when there is none. */
export function useRegister(id: string): {
  readonly register?: RegisterView | undefined;
  readonly missing: boolean;
  readonly error: Error | null;
} {
  const { data, error } = useQuery(registersQuery);
  const register = data?.find((one) => one.id === id);
  return { register, missing: data !== undefined && register === undefined, error };
}
