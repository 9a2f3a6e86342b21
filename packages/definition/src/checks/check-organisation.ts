import type { OrganisationDefinition } from '../schemas/organisation.js';
import type { DocumentCheck } from './scope.js';

/** Roles work at levels that exist; a numbering pattern counts. */
export function checkOrganisation(check: DocumentCheck, organisation: OrganisationDefinition): void {
  const levels = new Set(organisation.levels.map(({ id }) => id));
  for (const [index, { level }] of organisation.roles.entries()) {
    if (level !== undefined) check.refer('level', level, `/roles/${index}/level`, levels.has(level));
  }
  for (const [index, { pattern }] of organisation.sequences.entries()) {
    const path = `/sequences/${index}/pattern`;
    if (!/\{n(:\d{1,2})?\}/.test(pattern)) check.report('WRONG_PATTERN', path, { rule: '{n:4} counts', ruleZh: '要有计数 {n:4}' });
    for (const [whole] of pattern.matchAll(/\{[^}]*\}/g)) {
      if (!/^\{(yyyy|area|n(:\d{1,2})?)\}$/.test(whole)) check.report('PLACEHOLDER_UNKNOWN', path, { name: whole });
    }
  }
}
