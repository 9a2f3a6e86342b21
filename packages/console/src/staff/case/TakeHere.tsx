import { useTranslation } from 'react-i18next';
import { type CaseView, type TaskView, useCaseCommand } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../shared/index.js';

/** Who handles the case now, and taking it for oneself or putting it back. */
export function TakeHere({ view }: { readonly view: CaseView }) {
  const command = useCaseCommand(view.id);
  const send = (type: 'TakeTask' | 'ReleaseTask', task: string) => command.mutate({ command: { type, task }, version: view.version });
  return (
    <>
      {view.position.map((step) => (
        <NamedHere key={step.id} step={step} tasks={view.tasks} />
      ))}
      {view.tasks.filter(isShared).map((task) => (
        <TaskOwner key={task.id} task={task} kind={kindOf(view, task)} busy={command.isPending} send={(type) => send(type, task.id)} />
      ))}
      {command.error ? <ProblemNote error={command.error} /> : null}
    </>
  );
}

/** What is asked of the owner of a time limit: to see to what is late, or to a last day that no calendar gives yet. */
function kindOf({ clocks }: CaseView, { kind }: TaskView): TaskView['kind'] | 'undated' {
  const late = clocks.some(({ level }) => level === 'overdue');
  return kind === 'overdue' && !late && clocks.some(({ level }) => level === 'undetermined') ? 'undated' : kind;
}

/** Work that nobody was named for; of alike seats one stands for all. */
function isShared(task: TaskView, index: number, tasks: readonly TaskView[]): boolean {
  if (task.named) return false;
  const alike = tasks.findIndex(({ step, seat, takenBy, named, owner, mine }) =>
    [step === task.step, seat !== undefined, !takenBy, !named, owner['zh-CN'] === task.owner['zh-CN'], mine === task.mine].every(Boolean),
  );
  return task.seat === undefined || task.takenBy !== undefined || alike === index;
}

/** Those named for the seats of a step who have not filed yet. */
function NamedHere({ step, tasks }: { readonly step: CaseView['position'][number]; readonly tasks: readonly TaskView[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const names = tasks.flatMap((task) => (task.step === step.id && task.named ? [task.named.name] : []));
  if (names.length === 0) return null;
  return <span>{`${text(step.label)}${t('colon')}${names.join(t('listMark'))}`}</span>;
}

interface TaskOwnerProps {
  readonly task: TaskView;
  readonly kind: ReturnType<typeof kindOf>;
  readonly busy: boolean;
  readonly send: (type: 'TakeTask' | 'ReleaseTask') => void;
}

function TaskOwner({ task, kind, busy, send }: TaskOwnerProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { person } = useSession();
  const taken = task.takenBy !== undefined;
  const mine = taken && task.takenBy?.id === person?.id;
  const what = kind === 'step' ? '' : `${t(`case.task.${kind}`)}${t('colon')}`;
  return (
    <span>
      {what}
      {mine ? t('case.mine') : t('case.owner', { owner: task.takenBy?.name ?? text(task.owner) })}{' '}
      {task.mine && task.kind !== 'supplement' ? (
        <ActionButton kind="link" busy={busy} onClick={() => send(mine ? 'ReleaseTask' : 'TakeTask')}>
          {mine ? t('case.releaseTask') : t('case.takeTask')}
        </ActionButton>
      ) : null}
    </span>
  );
}
