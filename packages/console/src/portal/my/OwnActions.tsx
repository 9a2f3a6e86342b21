import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionView, CaseView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { actAddress, isWaitedFor, ownActions } from './own-actions.js';

/** What the party itself can do now; where it cannot any more, why not. */
export function OwnActions({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const actions = ownActions(view);
  if (actions.length === 0) return null;
  return (
    <section className="page" aria-labelledby="own-actions">
      <h2 id="own-actions">{t('own.title')}</h2>
      <ul className="plain-list">
        {actions.map((action) => (
          <OwnAction key={`${action.step} ${action.action}`} caseId={view.id} action={action} />
        ))}
      </ul>
    </section>
  );
}

function OwnAction({ caseId, action }: { readonly caseId: string; readonly action: ActionView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const waited = isWaitedFor(action);
  return (
    <li className={waited ? 'card card-urgent' : 'card'}>
      <h3>{text(action.label)}</h3>
      <p>{action.available ? t(`own.about.${aboutOf(action)}`) : text(action.refusal?.message)}</p>
      {action.available ? (
        <div className="actions">
          <Link className={waited ? 'button button-primary' : 'button'} to={actAddress(caseId, action)}>
            {text(action.label)}
          </Link>
        </div>
      ) : null}
    </li>
  );
}

function aboutOf({ kind, form }: ActionView): 'object' | 'reopen' | 'form' | 'other' {
  if (kind === 'object' || kind === 'reopen') return kind;
  return form ? 'form' : 'other';
}
