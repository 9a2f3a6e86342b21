import type { Issue } from '@careway/definition';
import type { OpenCase, PartyState } from '@careway/engine';
import type { LoopResult } from '../loop/command-loop.js';
import { livePack } from '../loop/tenant-parts.js';
import type { TenantTools } from '../facade/tenant-tools.js';
import type { PublicTenant, WriteOptions } from '../runtime.js';
import { caseIdFrom } from './case-id.js';
import { checkSubmission, type OfferedService, offeredService, openIssue } from './check-filing.js';
import { subjectOfCase } from './applicant.js';
import { actorKey } from './file-case.js';
import { filingIssue } from './filing-messages.js';
import { nameInForm } from './name-in-form.js';
import { namedParties } from './named-parties.js';
import { sealSubmission } from './seal-submission.js';

type Input = Parameters<PublicTenant['file']>[0];

/** Who files without an account. */
const PUBLIC = 'public';

/**
 * Files a case of a service that asks for no account: with a name or without one. Its id follows from the key alone, which only the sender
 * knows; the tracking code on the receipt is what the sender comes back with.
 */
export async function filePublicly(tools: TenantTools, input: Input, options: WriteOptions): Promise<LoopResult> {
  const { parts, loop, effects } = tools;
  const key = actorKey(PUBLIC, options.idempotencyKey);
  const caseId = caseIdFrom(parts.sealer, 'file', PUBLIC, options.idempotencyKey);
  const earlier = await parts.store.cases.committed(key);
  const prepared = earlier ? undefined : await prepare(tools, input, caseId);
  if (prepared && 'issues' in prepared) return { ok: false, kind: 'issues', issues: prepared.issues };
  const result = await loop.execute({
    caseId,
    key,
    body: { ...input },
    ...(prepared ? { open: prepared.open } : {}),
    actor: () => ({ kind: 'public', channel: 'online' }),
    command: () => prepared?.command,
  });
  if (result.ok) await effects.settle(caseId);
  return result;
}

type Prepared =
  | { readonly command: OpenCase; readonly open: { readonly packHash: string; readonly area: string; readonly workflow: string } }
  | { readonly issues: readonly Issue[] };

async function prepare({ parts }: TenantTools, input: Input, caseId: string): Promise<Prepared> {
  const pack = livePack(parts, input.area ?? parts.areas.areas[0]?.id ?? '');
  const offered = offeredService(pack, input.service);
  if (!offered || offered.service.internal) return { issues: [filingIssue('SERVICE_UNKNOWN', '/service', { service: input.service })] };
  if (!offered.service.applicants.includes('anonymous')) return { issues: [filingIssue('LOG_IN_TO_FILE', '/service')] };
  const others = await namedParties({ parts, workflow: offered.workflow, data: input.data });
  const area = input.area ?? others[0]?.area ?? '';
  const today = parts.time.now().slice(0, 10);
  const closed = openIssue(offered, today);
  if (closed) return { issues: [closed] };
  if (parts.areas.path(area).length === 0) return { issues: [filingIssue('AREA_UNKNOWN', '/area')] };
  const checked = checkSubmission(offered, { data: input.data, attachments: [], today });
  if (!checked.ok) return { issues: checked.issues };
  const filer = filerOf(parts, offered, { caseId, name: nameInForm(offered.workflow, input.data) });
  const { form, formHash, workflow, service } = offered;
  const submission = sealSubmission(checked.data, {
    sealer: parts.sealer,
    form,
    formHash,
    workflow,
    attachments: [],
    applicant: filer.subject,
  });
  const command: OpenCase = {
    type: 'OpenCase',
    caseId,
    tenant: parts.id,
    service: service.id,
    areaPath: parts.areas.path(area),
    submission,
    parties: [filer, ...others.map(({ party }) => party)],
  };
  return { command, open: { packHash: pack.hash, area, workflow: service.workflow } };
}

/** The first party of the workflow; nobody is known by an account, so the subject is the case's own. */
function filerOf(
  parts: TenantTools['parts'],
  { workflow }: OfferedService,
  { caseId, name }: { readonly caseId: string; readonly name: string | undefined },
): PartyState {
  const party = workflow.parties[0]?.id ?? 'applicant';
  const subject = subjectOfCase(parts, caseId);
  const given = name?.trim() ?? '';
  return given === '' ? { party, kind: 'anonymous', subject, agents: [] } : { party, kind: 'person', subject, name: given, agents: [] };
}
