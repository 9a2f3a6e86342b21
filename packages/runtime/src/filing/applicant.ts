import type { ComposedPack, FormDefinition, FormField, Issue, ServiceDefinition } from '@careway/definition';
import type { PartyState } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import { organisationSubject, type ViewerScope } from '../scope/viewer-scope.js';
import { agentsOf } from '../people/agents-of.js';
import { nameInForm } from './name-in-form.js';
import { filingIssue } from './filing-messages.js';

export interface Applicant {
  readonly party: PartyState;
  /** Area of the applicant's own record, where there is one. */
  readonly area?: string;
}

export interface ApplicantInput {
  readonly parts: TenantParts;
  readonly scope: ViewerScope;
  readonly pack: ComposedPack;
  readonly service: ServiceDefinition;
  readonly form: FormDefinition;
  readonly data: Readonly<Record<string, unknown>>;
  readonly onBehalfOf?: string | undefined;
  readonly caseId: string;
}

/** Who applies: the organisation named in the form, which the viewer must act for, or the person. Staff enter it for somebody. */
export async function findApplicant(input: ApplicantInput): Promise<Applicant | { readonly issue: Issue }> {
  const { scope, service, pack } = input;
  const person = scope.person;
  if (!person) return { issue: filingIssue('APPLICANT_KIND', '') };
  const party = pack.workflows.get(service.workflow)?.parties[0]?.id ?? 'applicant';
  const field = organisationField(input);
  const named = field && input.data[field.id];
  const key = typeof named === 'string' && named !== '' ? named : person.organisations[0]?.key;
  if (service.applicants.includes('organisation') && key !== undefined) {
    const mine = person.organisations.some((organisation) => organisation.key === key);
    if (!mine && !scope.isStaff) return { issue: filingIssue('NOT_YOUR_ORGANISATION', field ? `/${field.id}` : '') };
    const { name, area } = await organisationOf(input, key);
    const agents = mine ? [person.id] : await agentsOf(input.parts, organisationSubject(key));
    const party_: PartyState = { party, kind: 'organisation', subject: organisationSubject(key), name, agents };
    return { party: party_, ...(area === undefined ? {} : { area }) };
  }
  if (!service.applicants.includes('person')) return { issue: filingIssue('APPLICANT_KIND', '') };
  const name = input.onBehalfOf?.trim() || nameInForm(pack.workflows.get(service.workflow), input.data);
  if (name === undefined && scope.isStaff) {
    if (!service.applicants.includes('anonymous')) return { issue: filingIssue('ON_BEHALF_OF_REQUIRED', '/onBehalfOf') };
    return { party: { party, kind: 'anonymous', subject: subjectOfCase(input.parts, input.caseId), agents: [] } };
  }
  if (!scope.isStaff && (name === undefined || name === person.name)) {
    return { party: { party, kind: 'person', subject: person.id, name: person.name, agents: [] } };
  }
  const other = name ?? '';
  return { party: { party, kind: 'person', subject: subjectOf(input, other), name: other, agents: scope.isStaff ? [] : [person.id] } };
}

/** Of somebody whom nothing but the case knows. */
export function subjectOfCase(parts: TenantParts, caseId: string): string {
  return parts.sealer.subject(`filed ${caseId}`);
}

/** Of somebody who files through others: by the identity number in the form, so that it is the same in every case, else by the name. */
function subjectOf({ parts, form, data, pack, service }: ApplicantInput, name: string): string {
  const items = pack.workflows.get(service.workflow)?.items;
  const fact = items?.facts.find(({ id }) => id === items.subject);
  const field = form.fields.find(({ id, widget }) => widget === 'identity' && id === (fact?.from.field ?? fact?.id));
  const number = field && data[field.id];
  const key = typeof number === 'string' && number.trim() !== '' ? parts.sealer.searchKey(number.trim().toUpperCase()) : `name ${name}`;
  return parts.sealer.subject(key);
}

/** Field of the form that is prefilled with the key of a register of organisations: it names the one that applies. */
function organisationField({ form, pack }: ApplicantInput): FormField | undefined {
  return form.fields.find(({ prefill }) => {
    const register = prefill && pack.registers.get(prefill.register);
    if (!register || prefill?.field !== register.key) return false;
    return register.fields.find(({ id }) => id === register.key)?.type !== 'identity';
  });
}

async function organisationOf(input: ApplicantInput, key: string): Promise<{ name: string; area?: string }> {
  const { parts, form, pack, data, scope } = input;
  const prefill = organisationField(input)?.prefill;
  const record = prefill && (await parts.store.registers.get(prefill.register, key));
  const nameField =
    prefill &&
    form.fields.find(
      (field) => field.prefill?.register === prefill.register && field.prefill.field === pack.registers.get(prefill.register)?.name,
    );
  const typed = nameField && data[nameField.id];
  const known = scope.person?.organisations.find((organisation) => organisation.key === key)?.name;
  const name = record?.name ?? (typeof typed === 'string' ? typed : undefined) ?? known ?? key;
  const area = record?.path.split('/').filter(Boolean).at(-1);
  return { name, ...(area === undefined ? {} : { area }) };
}
