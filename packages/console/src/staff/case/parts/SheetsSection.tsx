import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, formQuery, type SheetView } from '../../../api/index.js';
import { useLocale, useLocalized } from '../../../i18n/index.js';
import { LoadingState, ProblemNote, tableDate } from '../../../shared/index.js';
import { useNarrow } from '../../layout/use-narrow.js';
import { type SheetLine, sheetLines } from './sheet-lines.js';

/** More lines than these are folded: what follows from the answers and what differs is seen first. */
const FEW = 12;

/** The forms that were filed on the way: of several people side by side, differences marked. */
export function SheetsSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const groups = new Map<string, readonly SheetView[]>();
  for (const sheet of view.sheets) {
    const key = `${sheet.step} ${sheet.form.hash}`;
    groups.set(key, [...(groups.get(key) ?? []), sheet]);
  }
  const waiting = view.seats.some(
    ({ step, state }) => state === 'waiting' && view.seats.some((seat) => seat.step === step && seat.state === 'voted'),
  );
  if (groups.size === 0 && !waiting) return null;
  return (
    <section className="staff-card" aria-labelledby="sheets-title">
      <h2 id="sheets-title">
        {t([...groups.values()].some(({ length }) => length > 1) || waiting ? 'proc.sheets.title' : 'proc.sheets.titleOfSteps')}
      </h2>
      {waiting ? <p className="note tone-paused">‖ {t('proc.sheets.waiting')}</p> : null}
      {[...groups].map(([key, sheets]) => (
        <SheetGroup key={key} sheets={sheets} />
      ))}
    </section>
  );
}

function SheetGroup({ sheets }: { readonly sheets: readonly SheetView[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const [first] = sheets;
  const { data: form, error, refetch } = useQuery({ ...formQuery(first?.form.hash ?? ''), enabled: first !== undefined });
  if (!first) return null;
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!form) return <LoadingState lines={3} />;
  const lines = sheetLines(form, sheets, locale);
  const telling = lines.length > FEW ? lines.filter(({ computed, differs }) => computed || differs) : lines;
  const title = `${text(first.stepLabel)}${t('colon')}${text(form.label)}`;
  return (
    <div className="staff-sheets">
      <h3>{title}</h3>
      {sheets.some(({ erased }) => erased) ? <p>{t('proc.sheets.erased')}</p> : null}
      <Comparison title={title} sheets={sheets} lines={telling} />
      {lines.length > telling.length ? (
        <details>
          <summary>{t('proc.sheets.all')}</summary>
          <Comparison title={title} sheets={sheets} lines={lines.filter((line) => !telling.includes(line))} />
        </details>
      ) : null}
    </div>
  );
}

interface ComparisonProps {
  readonly title: string;
  readonly sheets: readonly SheetView[];
  readonly lines: readonly SheetLine[];
}

function Comparison({ title, sheets, lines }: ComparisonProps) {
  const { t } = useTranslation('staff');
  const narrow = useNarrow();
  const who = useWho();
  const means = lines.some(({ mean }) => mean !== undefined);
  if (narrow) return <Stacked sheets={sheets} lines={lines} />;
  return (
    <table className="staff-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('proc.sheets.compare')}</span>
          </th>
          {sheets.map((sheet) => (
            <th key={`${sheet.seat ?? ''}${sheet.by.id}`} scope="col">
              {who(sheet)}
            </th>
          ))}
          {means ? (
            <th scope="col" className="number">
              {t('proc.sheets.mean')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.label}
              {line.differs ? <Differs /> : null}
            </th>
            {line.values.map((value, index) => (
              <td key={sheets[index]?.seat ?? index}>{line.computed ? <strong>{value || t('dash')}</strong> : value || t('dash')}</td>
            ))}
            {means ? <td className="number">{line.mean ?? ''}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On narrow screens each question with the answers under it. */
function Stacked({ sheets, lines }: Omit<ComparisonProps, 'title'>) {
  const { t } = useTranslation('staff');
  const who = useWho();
  return (
    <ul className="staff-cards">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <strong>{line.label}</strong>
            {line.differs ? <Differs /> : null}
          </span>
          {line.values.map((value, index) => {
            const sheet = sheets[index];
            return sheet ? <span key={sheet.seat ?? index}>{`${who(sheet)}${t('colon')}${value || t('dash')}`}</span> : null;
          })}
          {line.mean === undefined ? null : <span>{`${t('proc.sheets.mean')}${t('colon')}${line.mean}`}</span>}
        </li>
      ))}
    </ul>
  );
}

function Differs() {
  const { t } = useTranslation('staff');
  return <span className="chip tone-changed">◇ {t('proc.sheets.differs')}</span>;
}

function useWho(): (sheet: SheetView) => string {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return ({ seatLabel, by, on }) => {
    const person = t('proc.sheets.by', { name: by.name, date: tableDate(on) });
    return seatLabel ? `${text(seatLabel)} ${person}` : person;
  };
}
