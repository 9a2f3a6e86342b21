import type { Store, TenantStore } from '@careway/runtime';

/** Methods of the ports that write: a process may die before and after each. */
const writes: { readonly [P in keyof TenantStore]: readonly string[] } = {
  cases: ['commit', 'note'],
  registers: ['put', 'putAll', 'erase'],
  imports: ['put', 'remove'],
  claims: ['take', 'release', 'pass'],
  sequences: ['next'],
  publications: ['publish', 'keepPack'],
  proposals: ['put'],
  people: ['put', 'putSession', 'dropSession'],
  drafts: ['put', 'remove'],
  blobs: ['put', 'attach', 'remove'],
  inbox: ['put', 'markRead', 'erase'],
  access: ['add'],
  settings: ['set'],
};

/** Named crash points that the workload passes: `cases.commit:before`, `cases.commit:after`, … */
export const crashPoints: readonly string[] = [
  'cases.commit',
  'cases.note',
  'claims.take',
  'claims.release',
  'sequences.next',
  'registers.put',
  'inbox.put',
  'settings.set',
  'access.add',
  'drafts.put',
  'drafts.remove',
].flatMap((name) => [`${name}:before`, `${name}:after`]);

/** Passes every call on to a store and tells of each write before it begins and after it is acknowledged. */
export function withCrashPoints(store: Store, reached: (point: string) => void): Store {
  return { ...store, tenant: (id) => wrapTenant(store.tenant(id), reached), scrub: () => store.scrub(), close: () => store.close() };
}

function wrapTenant(tenant: TenantStore, reached: (point: string) => void): TenantStore {
  const wrapped = Object.entries(writes).map(([port, methods]) => {
    const inner = tenant[port as keyof TenantStore] as object;
    const proxy = new Proxy(inner, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const method = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (!methods.includes(String(name))) return method;
        return async (...args: unknown[]) => {
          reached(`${port}.${String(name)}:before`);
          const result = await method(...args);
          reached(`${port}.${String(name)}:after`);
          return result;
        };
      },
    });
    return [port, proxy] as const;
  });
  return Object.fromEntries(wrapped) as unknown as TenantStore;
}
