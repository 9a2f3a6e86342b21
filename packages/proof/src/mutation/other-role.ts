import type { ComposedPack } from '@careway/definition';

/** A role of the staff that is not this one. */
export function otherRole({ organisation }: ComposedPack, role: string): string {
  const staff = organisation.roles.filter(({ kind, id }) => (kind === 'staff' || kind === 'supervisor') && id !== role);
  return staff[0]?.id ?? organisation.roles.find(({ id }) => id !== role)?.id ?? role;
}
