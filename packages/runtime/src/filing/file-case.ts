import type { Issue } from '@careway/definition';
import type { AttachmentRef, Channel, OpenCase } from '@careway/engine';
import type { EffectRunner } from '../effects/effect-runner.js';
import { type CommandLoop, type LoopResult, stateOf } from '../loop/command-loop.js';
import { livePack, type TenantParts } from '../loop/tenant-parts.js';
import type { ScopedTenant, WriteOptions } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import { findApplicant } from './applicant.js';
import { caseIdFrom } from './case-id.js';
import { checkSubmission, type OfferedService, offeredService, openIssue } from './check-filing.js';
import { filingIssue } from './filing-messages.js';
import { namedParties } from './named-parties.js';
import { sealSubmission } from './seal-submission.js';

export type FilingInput = Parameters<ScopedTenant['fileCase']>[0];

interface Filing {
  readonly parts: TenantParts;
  readonly loop: CommandLoop;
  readonly effects: EffectRunner;
  readonly scope: ViewerScope;
}

type Prepared =
  | { readonly command: OpenCase; readonly packHash: string; readonly area: string; readonly workflow: string }
  | { readonly issues: readonly Issue[] };

/** Files an application: validated, sealed, opened as a case whose id follows from tenant, actor and key. The draft is gone afterwards. */
export async function fileCase(filing: Filing, input: FilingInput, options: WriteOptions): Promise<LoopResult> {
  const { parts, loop, scope } = filing;
  const person = scope.person;
  if (!person) return issues([filingIssue('APPLICANT_KIND', '')]);
  const key = actorKey(person.id, options.idempotencyKey);
  const caseId = caseIdFrom(parts.sealer, 'file', person.id, options.idempotencyKey);
  const body = { ...input };
  const earlier = await parts.store.cases.committed(key);
  let prepared: Prepared | undefined;
  if (!earlier) {
    prepared = await prepare(filing, input, caseId);
    // A copy of this request may have been filed meanwhile, and its draft be gone.
    if ('issues' in prepared && !(await parts.store.cases.committed(key))) return issues(prepared.issues);
  }
  const open = prepared && 'command' in prepared ? prepared : undefined;
  const result = await loop.execute({
    caseId,
    key,
    body,
    ...(open ? { open: { packHash: open.packHash, area: open.area, workflow: open.workflow } } : {}),
    actor: (state) => scope.actor(state, channelOf(scope, input)),
    command: () => open?.command,
  });
  if (result.ok) await afterFiling(filing, input, result.caseId);
  return result;
}

/** Idempotency keys of two people never meet. */
export function actorKey(actor: string, key: string): string {
  return `${actor.length}:${actor}:${key}`;
}

async function prepare({ parts, scope }: Filing, input: FilingInput, caseId: string): Promise<Prepared> {
  const person = scope.person;
  const source = await dataOf(parts, scope, input);
  if (!source || !person) return { issues: [filingIssue('DRAFT_UNKNOWN', '/draft')] };
  const start = livePack(parts, input.area ?? person.roles[0]?.area ?? '');
  const offered = offeredService(start, source.service);
  if (!offered || (offered.service.internal && !scope.isStaff)) {
    return { issues: [filingIssue('SERVICE_UNKNOWN', '/service', { service: source.service })] };
  }
  const { form, service, pack } = offered;
  const found = await findApplicant({
    parts,
    scope,
    pack,
    service,
    form,
    data: source.data,
    onBehalfOf: input.onBehalfOf,
    caseId,
  });
  if ('issue' in found) return { issues: [found.issue] };
  const others = await namedParties({ parts, workflow: offered.workflow, data: source.data });
  const area = input.area ?? found.area ?? others[0]?.area ?? person.roles[0]?.area ?? '';
  const wrong = placeIssues({ parts, scope, offered }, { area, filedOn: input.filedOn });
  if (wrong.length > 0) return { issues: wrong };
  const today = parts.time.now().slice(0, 10);
  const checked = checkSubmission(offered, { data: source.data, attachments: source.attachments, today });
  if (!checked.ok) return { issues: checked.issues };
  const submission = sealSubmission(checked.data, {
    sealer: parts.sealer,
    form,
    formHash: offered.formHash,
    workflow: offered.workflow,
    attachments: source.attachments,
    applicant: found.party.subject,
  });
  const command: OpenCase = {
    type: 'OpenCase',
    caseId,
    tenant: parts.id,
    service: service.id,
    areaPath: parts.areas.path(area),
    submission,
    parties: [found.party, ...others.map(({ party }) => party)],
    ...(input.filedOn === undefined ? {} : { filedOn: input.filedOn }),
  };
  return { command, packHash: pack.hash, area, workflow: service.workflow };
}

interface Source {
  readonly service: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentRef[];
}

async function dataOf(parts: TenantParts, scope: ViewerScope, input: FilingInput): Promise<Source | undefined> {
  const owner = scope.person?.id;
  const files = await Promise.all((input.attachments ?? []).map((id) => parts.store.blobs.get(id)));
  const own = files.flatMap((file) => (file && file.blob.owner === owner && file.blob.caseId === undefined ? [file.blob.ref] : []));
  if (input.draft === undefined) return { service: input.service, data: input.data ?? {}, attachments: own };
  const draft = await parts.store.drafts.get(input.draft);
  if (!draft || draft.owner !== owner) return undefined;
  const data = JSON.parse(parts.sealer.open(draft.sealed)) as Readonly<Record<string, unknown>>;
  const blobs = await parts.store.blobs.list({ draft: draft.id });
  const refs = new Map([...blobs.map(({ ref }) => ref), ...own].map((ref) => [ref.id, ref]));
  return { service: draft.service, data: input.data ?? data, attachments: [...refs.values()] };
}

function placeIssues(
  { parts, scope, offered }: { readonly parts: TenantParts; readonly scope: ViewerScope; readonly offered: OfferedService },
  { area, filedOn }: { readonly area: string; readonly filedOn: string | undefined },
): readonly Issue[] {
  const today = parts.time.now().slice(0, 10);
  const found: Issue[] = [];
  const closed = openIssue(offered, filedOn ?? today);
  if (closed) found.push(closed);
  if (parts.areas.path(area).length === 0) found.push(filingIssue('AREA_UNKNOWN', '/area'));
  else if (scope.isStaff && !scope.mayFileIn(area)) found.push(filingIssue('AREA_NOT_YOURS', '/area'));
  if (filedOn !== undefined && !scope.isStaff) found.push(filingIssue('FILED_ON_NOT_ALLOWED', '/filedOn'));
  return found;
}

function channelOf(scope: ViewerScope, input: FilingInput): Channel {
  if (!scope.isStaff) return 'online';
  if (input.channel !== undefined) return input.channel;
  return input.filedOn === undefined ? 'counter' : 'paper';
}

/** Again after a crash in between too. Effects first, so that the receipt shows its number; then the draft goes and its files belong to the case. */
async function afterFiling({ parts, effects, scope }: Filing, input: FilingInput, caseId: string): Promise<void> {
  await effects.settle(caseId);
  const state = stateOf(await parts.store.cases.load(caseId));
  await Promise.all((state?.attachments ?? []).map(({ id }) => parts.store.blobs.attach(id, caseId)));
  if (input.draft === undefined) return;
  const draft = await parts.store.drafts.get(input.draft);
  if (draft?.owner === scope.person?.id) await parts.store.drafts.remove(input.draft);
}

function issues(found: readonly Issue[]): LoopResult {
  return { ok: false, kind: 'issues', issues: found };
}
