import { useTranslation } from 'react-i18next';
import type { RecordCauseView, RecordValueView, RecordView, RegisterFieldView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { EmptyState, tableDate } from '../../../shared/index.js';
import { useNarrow } from '../../layout/use-narrow.js';
import { Shown } from '../Shown.js';
import { CauseWords } from './CauseWords.js';

interface Line {
  readonly field: RegisterFieldView;
  readonly known: RecordValueView;
}

/** The values under the register's headings, each with where it comes from and since when it holds. */
export function RecordValues({ register, record }: { readonly register: RegisterView; readonly record: RecordView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const narrow = useNarrow();
  const groups = [
    ...register.groups.map(({ id, label }) => ({ id: id as string | undefined, label: text(label) })),
    { id: undefined, label: '' },
  ];
  const lines = register.fields.flatMap((field): Line[] => {
    const known = record.known.find((one) => one.field === field.id);
    return known ? [{ field, known }] : [];
  });
  return (
    <section className="staff-card" aria-labelledby="record-values">
      <h2 id="record-values">{t('registers.record.values')}</h2>
      {lines.length === 0 ? <EmptyState>{t('registers.record.nothing')}</EmptyState> : null}
      {lines.length > 0 && narrow ? <NarrowGroups groups={groups} lines={lines} /> : null}
      {lines.length > 0 && !narrow ? <Table groups={groups} lines={lines} /> : null}
    </section>
  );
}

interface GroupsProps {
  readonly groups: readonly { readonly id: string | undefined; readonly label: string }[];
  readonly lines: readonly Line[];
}

function Table({ groups, lines }: GroupsProps) {
  const { t } = useTranslation('staff');
  return (
    <table className="staff-table record-values">
      <thead>
        <tr>
          <th scope="col">{t('registers.record.field')}</th>
          <th scope="col">{t('registers.record.value')}</th>
          <th scope="col">{t('registers.record.since')}</th>
          <th scope="col">{t('registers.record.source')}</th>
        </tr>
      </thead>
      {groups.map(({ id, label }) => (
        <GroupRows key={id ?? ''} label={label} lines={lines.filter(({ field }) => field.group === id)} />
      ))}
    </table>
  );
}

function GroupRows({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) {
  const text = useLocalized();
  if (lines.length === 0) return null;
  return (
    <tbody>
      {label ? (
        <tr className="record-heading">
          <th scope="rowgroup" colSpan={4}>
            {label}
          </th>
        </tr>
      ) : null}
      {lines.map(({ field, known }) => (
        <tr key={field.id}>
          <th scope="row">{text(field.label)}</th>
          <td>
            <Shown shown={known.shown} type={field.type} />
          </td>
          <td className="keep figure">{tableDate(known.validOn)}</td>
          <td>
            <Source cause={known.cause} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function NarrowGroups({ groups, lines }: GroupsProps) {
  return groups.map(({ id, label }) => {
    const own = lines.filter(({ field }) => field.group === id);
    if (own.length === 0) return null;
    return (
      <div key={id ?? ''}>
        {label ? <h3>{label}</h3> : null}
        <Cards lines={own} />
      </div>
    );
  });
}

function Cards({ lines }: { readonly lines: readonly Line[] }) {
  const text = useLocalized();
  return (
    <dl className="staff-pairs">
      {lines.map(({ field, known }) => (
        <div key={field.id} style={{ display: 'contents' }}>
          <dt>{text(field.label)}</dt>
          <dd>
            <Shown shown={known.shown} type={field.type} />
            <br />
            <span className="staff-muted">
              <span className="figure">{tableDate(known.validOn)}</span> <Source cause={known.cause} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Source({ cause }: { readonly cause: RecordCauseView }) {
  return <CauseWords cause={cause} created={false} />;
}
