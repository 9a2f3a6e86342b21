import type { ServiceDefinition } from '@careway/definition';
import { plainFact } from '../facts/case-facts.js';
import type { ItemState } from '../types/state.js';
import type { Journal } from './journal.js';

/** The unique key that a service claims: the claim's id and the values of its key facts (of sealed numbers the keyed hash), as JSON. */
export function claimKey(claim: string, values: readonly string[]): string {
  return JSON.stringify([claim, ...values]);
}

/** Key of one row; `undefined` when a key fact is missing: such a row cannot be approved. */
export function claimKeyOf(journal: Journal, service: ServiceDefinition, item: ItemState): string | undefined {
  if (!service.claim) return undefined;
  const values: string[] = [];
  for (const id of service.claim.key) {
    const value = plainFact((item.facts[id] ?? journal.state.facts[id])?.value);
    if (value === undefined) return undefined;
    values.push(String(value));
  }
  return claimKey(service.claim.id, values);
}

/** Asks for the claim of a row; an earlier one on another key is released first. */
export function requestClaim(journal: Journal, item: ItemState): void {
  const service = journal.ctx.services.get(journal.state.service);
  if (!service?.claim) return;
  const key = claimKeyOf(journal, service, item);
  if (key === item.claim?.key) return;
  if (item.claim) releaseClaim(journal, item);
  if (key === undefined) return;
  journal.record('ClaimRequested', { item: item.id, claim: service.claim.id, key }, { items: [item.id] });
  journal.effect({ kind: 'claim', item: item.id, claim: service.claim.id, key, service: service.id });
}

export function releaseClaim(journal: Journal, item: ItemState): void {
  if (!item.claim) return;
  const { key, status, claim } = item.claim;
  journal.record('ClaimReleased', { item: item.id }, { items: [item.id] });
  if (status !== 'refused') journal.effect({ kind: 'release-claim', item: item.id, claim: claim ?? '', key });
}

/** At the end of a case: what was not granted, or is claimed while the case is open only, and did not go to a child case is free again. */
export function releaseClaims(journal: Journal): void {
  const whileOpen = journal.ctx.services.get(journal.state.service)?.claim?.until === 'closed';
  for (const item of journal.state.items) {
    const granted = item.status === 'approved' && item.final === true && !whileOpen;
    if (!granted && item.status !== 'split') releaseClaim(journal, item);
  }
}
