import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ParametersView, ParameterView, ProposalView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { EmptyState } from '../../shared/index.js';
import { parametersQuery } from '../api/designer-queries.js';
import { useWide } from '../use-wide.js';
import { ChangesSide } from './ChangesSide.js';
import { ParameterList } from './ParameterList.js';
import { changeKey, changesOf } from './proposal-answers.js';
import { sameFigure } from './field-fault.js';
import { useProposalDraft } from './use-proposal-draft.js';

export interface ParametersEditorProps {
  readonly view: ParametersView;
  readonly proposal: ProposalView | undefined;
}

const GROUPS = ['rate', 'days', 'threshold', 'switch'] as const;

/** The figures as sentences with a box each; what is changed gathers in a list beside them. */
export function ParametersEditor({ view, proposal }: ParametersEditorProps) {
  const { t } = useTranslation('designer');
  const wide = useWide();
  const draft = useProposalDraft({ area: view.area, proposal });
  const saved = draft.saved();
  // The day on which it is to take effect decides what is changed.
  const { data: now = view } = useQuery(parametersQuery(view.area, saved?.effectiveFrom ?? ''));
  const changes = changesOf(draft.state.answers);
  const change = (parameter: ParameterView, value: string) => {
    const key = changeKey(parameter.key);
    const { clause } = changes.get(parameter.key) ?? {};
    const typed = { value, expects: parameter.expects, ...(clause === undefined ? {} : { clause }) };
    draft.change({ [key]: sameFigure(parameter.type, value, parameter.value) ? undefined : typed }, key);
  };
  return (
    <>
      {wide ? null : <p className="note tone-warning">◆ {t('parameters.narrow')}</p>}
      <div className={wide ? 'designer-editor' : undefined}>
        <div className="staff-page">
          <Figures view={now} changes={changes} saved={saved} {...(wide ? { change } : {})} />
        </div>
        {wide ? <ChangesSide view={now} draft={draft} saved={saved} /> : null}
      </div>
    </>
  );
}

interface FiguresProps {
  readonly view: ParametersView;
  readonly changes: ReturnType<typeof changesOf>;
  readonly saved: ProposalView | undefined;
  readonly change?: (parameter: ParameterView, value: string) => void;
}

function Figures({ view, changes, saved, change }: FiguresProps) {
  const { t } = useTranslation('designer');
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState('');
  const text = useLocalized();
  const counts = new Map(GROUPS.map((group) => [group, view.parameters.filter((parameter) => parameter.group === group).length]));
  const present = GROUPS.filter((group) => counts.get(group));
  const chosen = present.find((group) => group === params.get('group')) ?? present[0];
  const wanted = words.trim().toLowerCase();
  const found = view.parameters.filter((parameter) => {
    if (wanted === '') return parameter.group === chosen;
    return [parameter.of, parameter.sentence, parameter.label].some((words) => text(words).toLowerCase().includes(wanted));
  });
  const choose = (group: string) => {
    params.set('group', group);
    setParams(params, { replace: true });
    setWords('');
  };
  return (
    <>
      <div className="staff-row">
        <nav aria-label={t('parameters.tabs')}>
          <ul className="staff-tabs">
            {present.map((group) => (
              <li key={group}>
                <a
                  href={`?group=${group}`}
                  aria-current={wanted === '' && group === chosen ? 'page' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    choose(group);
                  }}
                >
                  {t('parameters.count', { label: t(`groups.${group}`), count: counts.get(group) ?? 0 })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <span className="staff-filter">
          <label htmlFor="parameter-words">{t('parameters.find')}</label>
          <input
            className="input"
            id="parameter-words"
            type="search"
            placeholder=""
            aria-describedby="parameter-words-hint"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <span className="visually-hidden" id="parameter-words-hint">
            {t('parameters.findHint')}
          </span>
        </span>
      </div>
      {found.length === 0 ? <EmptyState>{t('parameters.none')}</EmptyState> : null}
      <ParameterList parameters={found} changes={changes} saved={saved} {...(change ? { change } : {})} />
    </>
  );
}
