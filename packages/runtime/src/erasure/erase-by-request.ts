import type { CaseReader } from '../facade/case-reader.js';
import type { TenantTools } from '../facade/tenant-tools.js';
import { actorKey } from '../filing/file-case.js';
import type { Reply, WhomToErase, WriteOptions } from '../runtime.js';
import type { ViewContext } from '../views/view-context.js';
import { eraseOnce } from './erase-subject.js';

interface Erasing {
  readonly tools: TenantTools;
  readonly reader: CaseReader;
}

/** An administrator erases somebody named in a case that they may see. The request itself is entered in the access log. */
export async function eraseByRequest(
  { tools, reader }: Erasing,
  whom: WhomToErase,
  options: WriteOptions & { readonly reason: string },
): Promise<Reply<{ readonly erased: number }>> {
  const context = await reader.context(whom.caseId);
  const subject = context && (await subjectOf(reader, context, whom));
  if (!context || subject === undefined) return { ok: false, kind: 'not-found' };
  if (!reader.scope.hasKind('administrator')) {
    const message = { 'zh-CN': '只有管理员可以依法删除个人信息', en: 'Only an administrator may erase personal data' };
    return { ok: false, kind: 'refused', refusal: { code: 'NOT_YOUR_TASK', message } };
  }
  await reader.looked(context.state, { what: 'erase', subject, why: options.reason });
  const key = actorKey(reader.scope.person?.id ?? '', options.idempotencyKey);
  const result = await eraseOnce(tools, { subject, caseId: whom.caseId }, key);
  if (!result) return { ok: false, kind: 'key-reused' };
  return { ok: true, value: { erased: result.erased }, replayed: result.replayed };
}

/** Opaque id of whom a request names; `undefined` when the case has nobody like that. */
async function subjectOf(
  reader: CaseReader,
  { state }: ViewContext,
  { item, party, objection, agent }: WhomToErase,
): Promise<string | undefined> {
  if (item !== undefined) return state.items.find(({ id }) => id === item)?.subject;
  if (party !== undefined) return state.parties.find((known) => known.party === party)?.subject;
  if (agent !== undefined) return state.parties.some(({ agents }) => agents.includes(agent)) ? agent : undefined;
  if (objection === undefined) return state.parties[0]?.subject;
  const acts = (await reader.commits(state.caseId)).flatMap((commit) => commit.acts);
  return acts.find(({ seq, type }) => seq === objection && type === 'ObjectionFiled')?.slots.objector?.subject;
}
