import type { ScheduleDefinition, ServiceDefinition } from '@careway/definition';
import type { OpenCase, PartyState } from '@careway/engine';
import type { EffectRunner } from '../effects/effect-runner.js';
import { openSealed } from '../facade/open-sealed.js';
import { caseIdFrom } from '../filing/case-id.js';
import { checkSubmission, type OfferedService, offeredService } from '../filing/check-filing.js';
import { sealSubmission } from '../filing/seal-submission.js';
import { type CommandLoop, stateOf } from '../loop/command-loop.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { agentsOf } from '../people/agents-of.js';
import type { StoredRecord } from '../ports/register-store.js';

/** A record whose period is due. */
export interface ScheduledCase {
  readonly schedule: ScheduleDefinition;
  readonly service: ServiceDefinition;
  readonly packHash: string;
  readonly record: StoredRecord;
  readonly period: string;
}

interface Tools {
  readonly parts: TenantParts;
  readonly loop: CommandLoop;
  readonly effects: EffectRunner;
}

/** Opens the case of a schedule's period and record, unless it was opened before. `why`: it cannot be opened now. */
export async function openScheduled(
  tools: Tools,
  due: ScheduledCase,
): Promise<{ readonly opened: boolean; readonly why?: string | undefined }> {
  const { parts, loop, effects } = tools;
  const { schedule, service, packHash, record, period } = due;
  const key = `schedule:${schedule.id}:${period}:${record.key}`;
  if (await parts.store.cases.committed(key)) return { opened: false };
  const pack = parts.shelf.byHash(packHash);
  const offered = pack && offeredService(pack, service.id);
  if (!offered) return { opened: false, why: `no service ${service.id}` };
  const caseId = caseIdFrom(parts.sealer, 'schedule', schedule.id, period, record.key);
  const prepared = await prepare(parts, { due, offered, caseId });
  if ('why' in prepared) return { opened: false, why: prepared.why };
  const result = await loop.execute({
    caseId,
    key,
    body: { schedule: schedule.id, period, record: record.key },
    open: { packHash, area: prepared.areaPath.at(-1)?.id ?? '', workflow: service.workflow },
    actor: () => ({ kind: 'system', cause: 'clock' }),
    command: () => prepared,
  });
  if (!result.ok) return { opened: false, why: whyOf(result) };
  await effects.settle(caseId);
  return { opened: !result.replayed };
}

function whyOf(result: { readonly kind: string; readonly issues?: readonly { readonly message: { readonly 'zh-CN': string } }[] }): string {
  return result.issues?.[0]?.message['zh-CN'] ?? result.kind;
}

interface Preparation {
  readonly due: ScheduledCase;
  readonly offered: OfferedService;
  readonly caseId: string;
}

async function prepare(parts: TenantParts, { due, offered, caseId }: Preparation): Promise<OpenCase | { readonly why: string }> {
  const { schedule, service, record, period } = due;
  const today = parts.time.now().slice(0, 10);
  const checked = checkSubmission(offered, { data: answersOf(parts, due), attachments: [], today });
  if (!checked.ok) return { why: checked.issues[0]?.message['zh-CN'] ?? '' };
  const party = await partyOf(parts, due, offered);
  const submission = sealSubmission(checked.data, {
    sealer: parts.sealer,
    form: offered.form,
    formHash: offered.formHash,
    workflow: offered.workflow,
    attachments: [],
    applicant: party.subject,
  });
  return {
    type: 'OpenCase',
    caseId,
    tenant: parts.id,
    service: service.id,
    areaPath: parts.areas.path(areaOf(parts, record)),
    submission,
    parties: [party],
    schedule: { id: schedule.id, period },
  };
}

/** The record's area; of a register of the whole tenant the widest. */
function areaOf(parts: TenantParts, record: StoredRecord): string {
  return record.path.split('/').filter(Boolean).at(-1) ?? parts.areas.areas[0]?.id ?? '';
}

/** Answers of the form from the record's fields, in clear for validation only; `period` is the period itself. */
function answersOf(parts: TenantParts, { schedule, record, period }: ScheduledCase): Record<string, unknown> {
  const value = (field: string) => (field === 'period' ? period : openSealed(parts, record.values[field]));
  const answers = Object.entries(schedule.data ?? {}).map(([field, from]) => [field, value(from)] as const);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

/** Whom the record is about, or whom its `party` field names in another register; and who may act for that person or organisation. */
async function partyOf(parts: TenantParts, { schedule, record }: ScheduledCase, { workflow }: OfferedService): Promise<PartyState> {
  const { party: other, agents: field } = schedule;
  const key = other && record.values[other.field];
  const named = other && typeof key === 'string' ? await parts.store.registers.get(other.register, key) : undefined;
  const { subject, name } = named ?? record;
  const acting = field === undefined ? undefined : record.values[field];
  const agents = [agentsOf(parts, subject), typeof acting === 'string' ? actingFor(parts, acting) : []];
  return {
    party: workflow.parties[0]?.id ?? 'applicant',
    kind: subject.startsWith('org:') ? 'organisation' : 'person',
    subject,
    name,
    agents: [...new Set((await Promise.all(agents)).flat())],
  };
}

/** Who may act for a person or an organisation; of a case, for whoever filed it, with those who filed it for that person. */
async function actingFor(parts: TenantParts, id: string): Promise<readonly string[]> {
  const filed = stateOf(await parts.store.cases.load(id))?.parties[0];
  if (!filed) return agentsOf(parts, id);
  const agents = await agentsOf(parts, filed.subject);
  return filed.kind === 'person' ? [...agents, ...filed.agents] : agents;
}
