import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorklistRow } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ClockChip, Money } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import type { useTake } from './use-take.js';

export interface TaskTableProps {
  readonly rows: readonly WorklistRow[];
  readonly view: 'todo' | 'done' | 'started';
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ticked: ReadonlySet<string>) => void;
  readonly take: ReturnType<typeof useTake>;
}

const COLUMNS = ['clock', 'todo', 'service', 'applicant', 'area', 'rows', 'amount', 'number', 'owner'] as const;

/** The rows of a worklist: a table, on narrow screens cards. */
export function TaskTable(props: TaskTableProps) {
  const { t } = useTranslation('staff');
  const { rows, view, ticked, tick } = props;
  const narrow = useNarrow();
  if (narrow) return <TaskCards {...props} />;
  const all = rows.length > 0 && rows.every(({ task }) => ticked.has(task));
  return (
    <table className="staff-table">
      <caption className="visually-hidden">{t(`tasks.title.${view}`)}</caption>
      <thead>
        <tr>
          {view === 'todo' ? (
            <th scope="col">
              <label className="staff-tick">
                <input
                  type="checkbox"
                  aria-label={t('tasks.selectAll')}
                  checked={all}
                  onChange={() => tick(new Set(all ? [] : rows.map(({ task }) => task)))}
                />
              </label>
            </th>
          ) : null}
          {COLUMNS.map((id) => (
            <th key={id} scope="col" className={id === 'amount' || id === 'rows' ? 'number' : undefined}>
              {t(`tasks.columns.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TaskRow key={row.task} row={row} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function TaskRow({ row, view, ticked, tick, take }: TaskTableProps & { readonly row: WorklistRow }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <tr data-task={row.task} data-on={ticked.has(row.task)}>
      {view === 'todo' ? (
        <td>
          <Tick row={row} ticked={ticked} tick={tick} />
        </td>
      ) : null}
      <td className="keep">{row.clock ? <ClockChip clock={row.clock} /> : t('dash')}</td>
      <td>
        <TodoWords row={row} />
      </td>
      <td>{text(row.service)}</td>
      <th scope="row">
        <Link to={`/console/cases/${row.caseId}`} data-row-link>
          {row.applicant || t('tasks.anonymous')}
        </Link>
      </th>
      <td>{text(row.area)}</td>
      <td className="number">{row.items > 0 ? row.items : t('dash')}</td>
      <td className="number">
        <Money amount={row.items > 0 ? row.amount : undefined} />
      </td>
      <td className="keep figure">{row.number ?? t('notYet')}</td>
      <td>
        <Owner row={row} view={view} take={take} />
      </td>
    </tr>
  );
}

function TaskCards({ rows, view, ticked, tick, take }: TaskTableProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <ul className="staff-cards">
      {rows.map((row) => (
        <li key={row.task} data-task={row.task}>
          <div className="staff-row">
            {view === 'todo' ? <Tick row={row} ticked={ticked} tick={tick} /> : null}
            {row.clock ? <ClockChip clock={row.clock} /> : null}
            <span className="staff-push">
              <Money amount={row.items > 0 ? row.amount : undefined} />
            </span>
          </div>
          <Link className="button-link" to={`/console/cases/${row.caseId}`} data-row-link>
            {row.applicant || t('tasks.anonymous')}
          </Link>
          <span>
            <TodoWords row={row} /> · {text(row.service)}
            {row.items > 0 ? ` · ${t('tasks.rowsOf', { count: row.items })}` : null}
          </span>
          <span className="staff-muted figure">
            {text(row.area)} · {row.number ?? t('notYet')}
          </span>
          <Owner row={row} view={view} take={take} />
        </li>
      ))}
    </ul>
  );
}

function Tick({ row, ticked, tick }: Pick<TaskTableProps, 'ticked' | 'tick'> & { readonly row: WorklistRow }) {
  const { t } = useTranslation('staff');
  const toggle = () => {
    const after = new Set(ticked);
    if (!after.delete(row.task)) after.add(row.task);
    tick(after);
  };
  return (
    <label className="staff-tick">
      <input
        type="checkbox"
        aria-label={t('tasks.selectRow', { name: `${row.applicant || t('tasks.anonymous')} ${row.number ?? ''}`.trim() })}
        checked={ticked.has(row.task)}
        onChange={toggle}
      />
    </label>
  );
}

function TodoWords({ row }: { readonly row: WorklistRow }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const undated = row.kind === 'overdue' && row.clock?.level === 'undetermined';
  return <>{t(`tasks.kinds.${undated ? 'undated' : row.kind}`, { step: text(row.stepLabel) })}</>;
}

function Owner({ row, view, take }: Pick<TaskTableProps, 'view' | 'take'> & { readonly row: WorklistRow }) {
  const { t } = useTranslation('staff');
  const { person } = useSession();
  const mine = row.takenBy !== undefined && row.takenBy.id === person?.id;
  const busy = take.isPending && take.variables.rows.some(({ task }) => task === row.task);
  const words = mine ? t('tasks.mine') : row.takenBy ? t('tasks.takenElsewhere', { name: row.takenBy.name }) : undefined;
  if (view !== 'todo' || row.kind === 'supplement') return <>{words ?? t('dash')}</>;
  if (row.takenBy && !mine) return <>{words}</>;
  return (
    <span className="staff-row">
      {words}
      <ActionButton kind="link" busy={busy} onClick={() => take.mutate({ rows: [row], type: mine ? 'ReleaseTask' : 'TakeTask' })}>
        {mine ? t('tasks.release') : t('tasks.take')}
        <span className="visually-hidden"> {row.applicant || t('tasks.anonymous')}</span>
      </ActionButton>
    </span>
  );
}
