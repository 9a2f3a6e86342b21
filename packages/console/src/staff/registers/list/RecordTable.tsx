import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordRow, RegisterFieldView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { useNarrow } from '../../layout/use-narrow.js';
import { LevelChip, Shown } from '../Shown.js';

interface RowsProps {
  readonly register: RegisterView;
  readonly rows: readonly RecordRow[];
}

/** Records as lines; on a narrow screen as cards. The name opens the record. */
export function RecordTable(props: RowsProps) {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

/** The columns beside the name, in the register's order. */
function columnsOf({ columns, fields, name }: RegisterView): readonly RegisterFieldView[] {
  return columns.flatMap((id) => (id === name ? [] : (fields.find((field) => field.id === id) ?? [])));
}

function Table({ register, rows }: RowsProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const columns = columnsOf(register);
  const area = register.scope === 'area';
  return (
    <div className="staff-scroll" tabIndex={0} role="group" aria-label={text(register.label)}>
      <table className="staff-table">
        <thead>
          <tr>
            <th scope="col">{text(register.fields.find(({ id }) => id === register.name)?.label)}</th>
            {columns.map(({ id, label, type }) => (
              <th key={id} scope="col" className={type === 'money' ? 'number' : undefined}>
                {text(label)}
              </th>
            ))}
            {area ? <th scope="col">{t('registers.area')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <NameLink register={register} row={row} />
              </th>
              {columns.map(({ id, type }) => (
                <td key={id} className={type === 'money' ? 'number' : type === 'date' || type === 'identity' ? 'keep' : undefined}>
                  <Shown shown={row.values[id]} type={type} />
                  {id === register.validUntilField ? <> {<LevelChip level={row.level} />}</> : null}
                </td>
              ))}
              {area ? <td>{text(row.area)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ register, rows }: RowsProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const columns = columnsOf(register);
  return (
    <ul className="staff-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <NameLink register={register} row={row} />
          <LevelChip level={row.level} />
          <dl className="staff-pairs">
            {columns
              .filter(({ id }) => row.values[id])
              .map(({ id, label, type }) => (
                <div key={id} style={{ display: 'contents' }}>
                  <dt>{text(label)}</dt>
                  <dd>
                    <Shown shown={row.values[id]} type={type} />
                  </dd>
                </div>
              ))}
            {row.area ? (
              <>
                <dt>{t('registers.area')}</dt>
                <dd>{text(row.area)}</dd>
              </>
            ) : null}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function NameLink({ register, row }: { readonly register: RegisterView; readonly row: RecordRow }) {
  const { t } = useTranslation('staff');
  return <Link to={`/console/registers/${register.id}/${row.id}`}>{row.name || t('dash')}</Link>;
}
