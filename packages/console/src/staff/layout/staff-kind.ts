import { useSession } from '../../app/use-session.js';

/** What a role lets a person do here; the server judges every request anew. */
export type StaffKind = 'staff' | 'supervisor' | 'administrator' | 'auditor' | 'operator';

/** The kinds of everything the logged-in person holds. */
export function useStaffKinds(): ReadonlySet<StaffKind> {
  const { person } = useSession();
  return new Set((person?.roles ?? []).flatMap(({ kind }) => (kind === 'applicant' ? [] : [kind])));
}

/** Where a person of these kinds begins. */
export function homeOf(kinds: ReadonlySet<StaffKind>): string {
  if (kinds.has('staff') || kinds.has('supervisor')) return '/console/tasks';
  if (kinds.has('administrator')) return '/designer';
  if (kinds.has('auditor')) return '/trace';
  if (kinds.has('operator')) return '/ops';
  return '/console/cases';
}
