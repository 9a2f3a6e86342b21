import type { ServiceRow, ServiceView } from '../../api/index.js';

/** What people can ask for themselves: others are opened by staff or by the calendar. */
export function isOffered({ internal }: Pick<ServiceRow | ServiceView, 'internal'>): boolean {
  return internal !== true;
}

/** Those that ask for no account. */
export function filedWithoutLogIn(service: Pick<ServiceRow | ServiceView, 'internal' | 'applicants'>): boolean {
  return isOffered(service) && (service.applicants as readonly string[]).includes('anonymous');
}
