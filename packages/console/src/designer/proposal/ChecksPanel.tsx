import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChecksView, ScenarioDifferenceView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, LoadingState, ProblemNote } from '../../shared/index.js';

export interface ChecksPanelProps {
  readonly query: UseQueryResult<ChecksView>;
  /** Scenarios that the proposer has seen. */
  readonly seen: ReadonlySet<string>;
  /** Absent for all others, who only read. */
  readonly setSeen?: (seen: ReadonlySet<string>) => void;
}

/** Differences of one scenario shown before the rest is counted. */
const FEW = 4;

/** What analysis found, and the scenarios that would come out otherwise. */
export function ChecksPanel({ query, seen, setSeen }: ChecksPanelProps) {
  const { t } = useTranslation('designer');
  const { data, error, refetch } = query;
  return (
    <section className="staff-card" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('proposal.checks')}</h2>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? (
        <>
          <p role="status">{t('proposal.working')}</p>
          <LoadingState lines={4} />
        </>
      ) : null}
      {data ? (
        <>
          <Findings issues={data.issues} />
          <Scenarios scenarios={data.scenarios} seen={seen} {...(setSeen ? { setSeen } : {})} />
        </>
      ) : null}
    </section>
  );
}

function Findings({ issues }: Pick<ChecksView, 'issues'>) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  if (issues.length === 0) return <p>✓ {t('proposal.checksFine')}</p>;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const others = issues.filter(({ severity }) => severity !== 'error');
  return (
    <>
      {errors.length > 0 ? (
        <div className="note tone-error">
          <p className="note-title">▲ {t('proposal.issues')}</p>
          <ul>
            {errors.map((issue) => (
              <li key={`${issue.code}${issue.path}${text(issue.message)}`}>{text(issue.message)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {others.length > 0 ? (
        <div className="note tone-warning">
          <p className="note-title">◆ {t('proposal.warnings')}</p>
          <ul>
            {others.map((issue) => (
              <li key={`${issue.code}${issue.path}${text(issue.message)}`}>{text(issue.message)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function Scenarios({ scenarios, seen, setSeen }: Pick<ChecksView, 'scenarios'> & Pick<ChecksPanelProps, 'seen' | 'setSeen'>) {
  const { t } = useTranslation('designer');
  const { total, passed, expected, failing } = scenarios;
  const counts = { total, passed, count: expected.length };
  const words = expected.length === 0 ? 'scenariosFine' : setSeen ? 'scenariosSome' : 'scenariosSeen';
  const toggle = (id: string) => {
    const next = new Set(seen);
    if (!next.delete(id)) next.add(id);
    setSeen?.(next);
  };
  return (
    <>
      <h3>{t('proposal.scenarios')}</h3>
      <p>{t(`proposal.${words}`, counts)}</p>
      {setSeen && expected.length > 1 ? (
        <ActionButton onClick={() => setSeen(new Set(expected.map(({ id }) => id)))}>{t('proposal.all')}</ActionButton>
      ) : null}
      <ul className="designer-scenarios">
        {expected.map((scenario) => (
          <Difference key={scenario.id} scenario={scenario} {...(setSeen ? { ticked: seen.has(scenario.id), toggle } : {})} />
        ))}
      </ul>
      {failing.length > 0 ? (
        <details>
          <summary>{t('proposal.failing')}</summary>
          <ul className="designer-scenarios">
            {failing.map((scenario) => (
              <Difference key={scenario.id} scenario={scenario} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

interface DifferenceProps {
  readonly scenario: ScenarioDifferenceView;
  readonly ticked?: boolean;
  readonly toggle?: (id: string) => void;
}

function Difference({ scenario, ticked, toggle }: DifferenceProps) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { id, label, differences } = scenario;
  const more = differences.length - FEW;
  return (
    <li>
      {toggle ? (
        <label className="staff-choice">
          <input type="checkbox" checked={ticked === true} onChange={() => toggle(id)} />
          {t('proposal.confirm', { label: text(label) })}
        </label>
      ) : (
        <strong>{text(label)}</strong>
      )}
      <ul>
        {differences.slice(0, FEW).map((difference, index) => (
          <li key={`${text(difference)}${index}`} className="figure">
            {text(difference)}
          </li>
        ))}
        {more > 0 ? <li>{t('proposal.moreDifferences', { count: more })}</li> : null}
      </ul>
    </li>
  );
}
