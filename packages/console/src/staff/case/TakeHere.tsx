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
      {view.tasks.map((task) => (
        <TaskOwner key={task.id} task={task} busy={command.isPending} send={(type) => send(type, task.id)} />
      ))}
      {command.error ? <ProblemNote error={command.error} /> : null}
    </>
  );
}

interface TaskOwnerProps {
  readonly task: TaskView;
  readonly busy: boolean;
  readonly send: (type: 'TakeTask' | 'ReleaseTask') => void;
}

function TaskOwner({ task, busy, send }: TaskOwnerProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { person } = useSession();
  const taken = task.takenBy !== undefined;
  const mine = taken && task.takenBy?.id === person?.id;
  const what = task.kind === 'step' ? '' : `${t(`case.task.${task.kind}`)}${t('colon')}`;
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
