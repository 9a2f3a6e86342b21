import type { ScheduleDefinition } from '../schemas/schedule.js';
import { type DocumentCheck, exists } from './scope.js';

/** A schedule opens a service that exists, over records that exist, and fills fields of its form from fields of the record. */
export function checkSchedule(check: DocumentCheck, schedule: ScheduleDefinition): void {
  const { scope } = check;
  const { service: id, over, when, data = {}, party, agents } = schedule;
  check.refer('service', id, '/service', exists.service(scope, id));
  check.refer('register', over.register, '/over/register', exists.register(scope, over.register));
  const byCalendar = when.every !== undefined;
  if (byCalendar === (when.field !== undefined)) check.report('SCHEDULE_WHEN', '/when');
  const fields = scope.content.registers.get(over.register)?.fields;
  const known = (field: string) => fields === undefined || fields.some((one) => one.id === field);
  const dated = fields?.find((field) => field.id === when.field);
  if (when.field !== undefined) check.refer('field', when.field, '/when/field', known(when.field));
  if (dated && dated.type !== 'date' && dated.type !== 'month') {
    check.report('FIELD_TYPE_WRONG', '/when/field', { id: dated.id, expected: 'date / month' });
  }
  for (const [field, source] of Object.entries(data)) {
    check.refer('field', source, `/data/${field}`, source === 'period' || known(source));
    checkFormField(check, id, { field, path: `/data/${field}` });
  }
  if (party) {
    check.refer('register', party.register, '/party/register', exists.register(scope, party.register));
    check.refer('field', party.field, '/party/field', known(party.field));
  }
  if (agents !== undefined) check.refer('field', agents, '/agents', known(agents));
}

function checkFormField(check: DocumentCheck, service: string, { field, path }: { readonly field: string; readonly path: string }): void {
  const form = check.scope.content.forms.get(check.scope.content.services.get(service)?.form ?? '');
  if (!form) return;
  const known = form.fields.some(({ id }) => id === field);
  check.refer('field', field, path, known);
}
