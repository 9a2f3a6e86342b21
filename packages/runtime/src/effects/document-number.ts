import type { OrganisationDefinition } from '@careway/definition';

/** Fills the pattern of a sequence: `{yyyy}`, `{area}`, and `{n}` or `{n:4}` padded with zeros. */
export function documentNumber(pattern: string, values: { readonly year: string; readonly area: string; readonly n: number }): string {
  return pattern
    .replaceAll('{yyyy}', values.year)
    .replaceAll('{area}', values.area)
    .replace(/\{n(?::(\d))?\}/g, (_, width: string | undefined) => String(values.n).padStart(Number(width ?? 1), '0'));
}

export function sequencePattern(organisation: OrganisationDefinition, sequence: string): string {
  return organisation.sequences.find(({ id }) => id === sequence)?.pattern ?? '{yyyy}-{area}-{n:4}';
}
