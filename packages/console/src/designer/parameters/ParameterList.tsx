import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParameterView, ProposalView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ClauseQuote, sentenceDate } from '../../shared/index.js';
import { FigureBox } from './FigureBox.js';
import { figureIssue } from './figure-issue.js';
import type { TypedChange } from './proposal-answers.js';

export interface ParameterListProps {
  readonly parameters: readonly ParameterView[];
  readonly changes: ReadonlyMap<string, TypedChange>;
  /** The draft as the server has it, with what it found wrong. */
  readonly saved: ProposalView | undefined;
  /** Absent where figures can only be read. */
  readonly change?: (parameter: ParameterView, value: string) => void;
}

/** Figures under the service or workflow that they belong to. */
export function ParameterList({ parameters, changes, saved, change }: ParameterListProps) {
  const text = useLocalized();
  const base = useId();
  const owners = [...new Set(parameters.map(({ of }) => text(of)))];
  return owners.map((owner, index) => (
    <section className="staff-card" key={owner} aria-labelledby={`${base}${index}`}>
      <h2 id={`${base}${index}`}>{owner}</h2>
      <ul className="designer-figures">
        {parameters
          .filter(({ of }) => text(of) === owner)
          .map((parameter) => (
            <Figure
              key={parameter.key}
              parameter={parameter}
              under={`${base}${index}`}
              typed={changes.get(parameter.key)}
              saved={saved}
              {...(change ? { change } : {})}
            />
          ))}
      </ul>
    </section>
  ));
}

interface FigureProps {
  readonly parameter: ParameterView;
  readonly under: string;
  readonly typed: TypedChange | undefined;
  readonly saved: ProposalView | undefined;
  readonly change?: (parameter: ParameterView, value: string) => void;
}

function Figure({ parameter, under, typed, saved, change }: FigureProps) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const issue = typed && figureIssue({ parameter, typed, saved, text, t });
  return (
    <li data-changed={typed ? true : undefined}>
      <FigureBox
        parameter={parameter}
        under={under}
        value={typed?.value}
        {...(issue === undefined ? {} : { error: issue })}
        {...(change ? { change: (value: string) => change(parameter, value) } : {})}
      />
      {typed && change ? (
        <p className="designer-changed">
          <span aria-hidden="true">◇ </span>
          {t('parameters.was', { before: text(parameter.words) })}{' '}
          <ActionButton kind="link" onClick={() => change(parameter, parameter.value)}>
            {t('parameters.restore', { before: text(parameter.words) })}
          </ActionButton>
        </p>
      ) : null}
      <Ground parameter={parameter} />
    </li>
  );
}

/** On what it rests, since when, by which date it applies, where it comes from. */
function Ground({ parameter }: { readonly parameter: ParameterView }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const locale = useLocale();
  const { basis, note, inForceFrom, origin, legalDate, versions } = parameter;
  const line = [
    t('parameters.since', { date: sentenceDate(inForceFrom, locale) }),
    t(`parameters.by.${legalDate}`),
    t('parameters.origin', { origin: text(origin) }),
  ];
  return (
    <div className="staff-muted designer-ground">
      {basis.clause ? (
        <details>
          <summary>
            {t('parameters.clause', { article: basis.clause.article })} · {line.join(' · ')}
          </summary>
          <ClauseQuote clause={basis.clause} />
        </details>
      ) : (
        <p>
          {note ? t('parameters.citySetFor', { note: text(note) }) : t('parameters.citySet')} · {line.join(' · ')}
        </p>
      )}
      {versions.length > 1 ? (
        <details>
          <summary>{t('parameters.versions')}</summary>
          <ul>
            {versions.map((version) => (
              <li key={version.from}>
                {t('parameters.version', {
                  from: sentenceDate(version.from, locale),
                  value: text(version.words),
                  origin: text(version.origin),
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
