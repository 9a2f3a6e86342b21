import { useSession } from '../../app/use-session.js';

/** What a role lets a person do here; the server judges every request anew. */
export type StaffKind = 'staff' | 'supervisor' | 'administrator' | 'auditor' | 'operator';

interface RoleHeld {
  readonly role: string;
  readonly kind?: string;
}

const KINDS: readonly StaffKind[] = ['supervisor', 'administrator', 'auditor', 'operator'];

/** The kind of a role: as the session tells it, else read off the role's id, by the naming of the base pack. */
export function staffKind({ role, kind }: RoleHeld): StaffKind | undefined {
  if (kind === 'applicant' || role === 'applicant') return undefined;
  const told = KINDS.find((candidate) => candidate === kind);
  return told ?? KINDS.find((candidate) => role.endsWith(candidate)) ?? 'staff';
}

/** The kinds of everything the logged-in person holds. */
export function useStaffKinds(): ReadonlySet<StaffKind> {
  const { person } = useSession();
  return new Set((person?.roles ?? []).flatMap((role) => staffKind(role) ?? []));
}

/** Where a person of these kinds begins. */
export function homeOf(kinds: ReadonlySet<StaffKind>): string {
  if (kinds.has('staff') || kinds.has('supervisor')) return '/console/tasks';
  if (kinds.has('administrator')) return '/designer';
  if (kinds.has('auditor')) return '/trace';
  if (kinds.has('operator')) return '/ops';
  return '/console/cases';
}
