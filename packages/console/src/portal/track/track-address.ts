import { addressBase } from '../../api/index.js';

/** Page of a case's progress. Number and code stand behind the #, so that no server's log holds them. */
export function trackPath(number: string, code: string): string {
  return `/track#${new URLSearchParams({ number, code }).toString()}`;
}

/** Where a telephone's camera leads. */
export function trackAddress(number: string, code: string): string {
  return `${window.location.origin}${addressBase().replace(/\/$/, '')}${trackPath(number, code)}`;
}
