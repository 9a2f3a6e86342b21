import { useTranslation } from 'react-i18next';
import type { ActionView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, PageHeading } from '../../../shared/index.js';
import { AnswersOfPage } from '../../../sheet/AnswersOfPage.js';
import type { Walk } from '../../../sheet/FormWalk.js';
import { ActExtras } from './ActExtras.js';
import { ActNotes } from './ActNotes.js';
import type { OwnAct } from './use-own-act.js';

interface ActCheckProps {
  readonly caseId: string;
  readonly action: ActionView;
  readonly act: OwnAct;
  readonly walk: Walk;
}

/** The last page of a form that a party files: everything again, then the button. */
export function ActCheck({ caseId, action, act, walk }: ActCheckProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const { sheet } = act;
  if (!sheet) return null;
  return (
    <>
      <PageHeading>{t('apply.checkTitle')}</PageHeading>
      <ActNotes act={act} />
      {walk.pages.map((page) => (
        <AnswersOfPage key={page.id} form={sheet.form} page={page} answers={act.answers} issues={walk.issues} go={walk.go} />
      ))}
      <ActExtras caseId={caseId} act={act} />
      <div className="actions">
        <ActionButton kind="primary" busy={act.busy} onClick={act.submit}>
          {text(action.label)}
        </ActionButton>
      </div>
    </>
  );
}
