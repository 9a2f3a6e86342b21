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
      {groups.map(({ id, label }) => (
        <Group key={id ?? ''} label={label} lines={lines.filter(({ field }) => field.group === id)} />
      ))}
    </section>
  );
}

function Group({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) {
  const narrow = useNarrow();
  if (lines.length === 0) return null;
  return (
    <>
      {label ? <h3>{label}</h3> : null}
      {narrow ? <Cards lines={lines} /> : <Table lines={lines} label={label} />}
    </>
  );
}

function Table({ lines, label }: { readonly lines: readonly Line[]; readonly label: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <table className="staff-table record-values">
      <caption className="visually-hidden">{label || t('registers.record.values')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('registers.record.field')}</th>
          <th scope="col">{t('registers.record.value')}</th>
          <th scope="col">{t('registers.record.since')}</th>
          <th scope="col">{t('registers.record.source')}</th>
        </tr>
      </thead>
      <tbody>
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
    </table>
  );
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
