import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordVersionView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { LoadingState, ProblemNote, tableInstant } from '../../../shared/index.js';
import { recordHistoryQuery } from '../register-queries.js';
import { CauseWords } from './CauseWords.js';

export interface RecordHistoryProps {
  readonly register: RegisterView;
  readonly id: string;
  /** Asks anew when the record has another version. */
  readonly version: number;
}

/** Every change of a record: who, when, why, and both values. */
export function RecordHistory({ register, id, version }: RecordHistoryProps) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useQuery(recordHistoryQuery(register.id, id, version));
  return (
    <section className="staff-card" aria-labelledby="record-history">
      <h2 id="record-history">{t('registers.record.history')}</h2>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={3} />}
      <ol className="staff-acts">
        {data?.map((one) => (
          <li key={one.version}>
            <span className="figure">{tableInstant(one.cause.at)}</span>
            <Version version={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Version({ version: { version, cause, changes } }: { readonly version: RecordVersionView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const created = version === 1;
  return (
    <div>
      <strong>
        <CauseWords cause={cause} created={created} />
      </strong>
      {cause.reason ? <p>{t('registers.reason', { reason: cause.reason })}</p> : null}
      {created ? null : (
        <ul className="staff-plain">
          {changes.map(({ field, label, from, to }) => (
            <li key={field}>
              ◇{' '}
              {t('registers.record.change', {
                label: text(label),
                from: text(from) || t('registers.record.none'),
                to: text(to) || t('registers.record.none'),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
