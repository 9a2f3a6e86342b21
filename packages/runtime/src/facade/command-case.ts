import type { LocalizedText } from '@careway/definition';
import type { Actor, CaseState } from '@careway/engine';
import { type LoopResult, stateOf } from '../loop/command-loop.js';
import { actorKey } from '../filing/file-case.js';
import type { CaseCommand, Reply, WriteOptions } from '../runtime.js';
import type { ViewerScope } from '../scope/viewer-scope.js';
import type { CaseReader } from './case-reader.js';
import { translateCommand } from './case-commands.js';
import type { TenantTools } from './tenant-tools.js';

export interface CommandInput {
  readonly tools: TenantTools;
  readonly reader: CaseReader;
  readonly caseId: string;
  readonly command: CaseCommand;
  readonly options: WriteOptions;
  /** Public objections reach cases that the viewer may not read. */
  readonly open?: (state: CaseState) => boolean;
  /** Who acts, where that is not told by the viewer. */
  readonly actor?: (state: CaseState) => Actor;
}

/** Sends a person's command to a case; effects are performed before the answer. */
export async function commandCase(input: CommandInput): Promise<LoopResult> {
  const { tools, reader, caseId, command, options } = input;
  const { parts } = tools;
  const state = stateOf(await parts.store.cases.load(caseId));
  const allowed = state && (input.open ? input.open(state) : reader.scope.sees(state));
  if (!state || !allowed) return { ok: false, kind: 'not-found' };
  const who = reader.scope.person?.id ?? 'public';
  const key = actorKey(who, `${caseId}:${options.idempotencyKey}`);
  const earlier = await parts.store.cases.committed(key);
  const translated = earlier ? undefined : await translateCommand({ parts, state, person: reader.scope.person?.id }, command);
  if (translated && 'issues' in translated) return { ok: false, kind: 'issues', issues: translated.issues };
  const result = await tools.loop.execute({
    caseId,
    key,
    body: command,
    ifVersion: options.ifVersion,
    actor: (now) => (now && input.actor ? input.actor(now) : actorFor(tools, reader.scope, { state: now, command })),
    command: (now) => (now && translated ? translated.command(now) : undefined),
  });
  if (result.ok) {
    if (result.effects > 0) await tools.effects.settle(caseId);
    await attachFiles(tools, command, caseId);
  }
  return result;
}

/** Staff who enter what an applicant or neighbour brought act at the counter, or from paper when it came in earlier. */
export function actorFor(
  { parts }: TenantTools,
  scope: ViewerScope,
  { state, command }: { readonly state: CaseState | undefined; readonly command: CaseCommand },
): Actor {
  if (!state || !scope.person || scope.partiesOf(state).length > 0) return scope.actor(state);
  const forOthers = command.type === 'FileSupplement' || (command.type === 'TakeAction' && takenByOthers(parts, state, command));
  if (!forOthers) return scope.actor(state);
  const day = 'effectiveOn' in command ? command.effectiveOn : undefined;
  return scope.actor(state, day !== undefined && day < parts.time.now().slice(0, 10) ? 'paper' : 'counter');
}

function takenByOthers(parts: TenantTools['parts'], state: CaseState, command: Extract<CaseCommand, { type: 'TakeAction' }>): boolean {
  const action = parts.shelf
    .byHash(state.packHash)
    ?.workflows.get(state.workflow.id)
    ?.steps.find(({ id }) => id === command.step)
    ?.actions?.find(({ id }) => id === command.action);
  if (!action) return false;
  return (
    action.by === 'applicant' || action.by === 'party' || action.by === 'public' || action.kind === 'withdraw' || action.kind === 'object'
  );
}

async function attachFiles({ parts }: TenantTools, command: CaseCommand, caseId: string): Promise<void> {
  const ids = 'attachments' in command ? (command.attachments ?? []) : [];
  await Promise.all(ids.map((id) => parts.store.blobs.attach(id, caseId)));
}

/** The loop's answer as the facade gives it; the value is made only when something was done. */
export async function replyOf<T>(
  result: LoopResult,
  make: (caseId: string) => Promise<T | undefined>,
  since: (caseId: string, from: number) => Promise<LocalizedText>,
  caseId: string,
): Promise<Reply<T>> {
  if (result.ok) {
    const value = await make(result.caseId);
    return value === undefined ? { ok: false, kind: 'not-found' } : { ok: true, value, replayed: result.replayed };
  }
  if (result.kind !== 'version-conflict') return result;
  return { ok: false, kind: 'version-conflict', current: result.current, since: await since(caseId, result.from) };
}
