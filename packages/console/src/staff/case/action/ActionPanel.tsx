import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../api/index.js';
import { ActionButton } from '../../../shared/index.js';
import { ActNotes, ActSheet } from './ActNotes.js';
import type { Intent } from './intent.js';
import { LetterPreview } from './LetterPreview.js';
import { PanelForm } from './PanelForm.js';
import { PanelIntro } from './PanelIntro.js';
import { useAct } from './use-act.js';

export interface ActionPanelProps {
  readonly view: CaseView;
  readonly intent: Intent;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly close: () => void;
  readonly done: (words: string) => void;
}

/** Where one act is prepared and confirmed: who is next, what is needed, what goes out, and a button with the verb. */
export function ActionPanel({ view, intent, today, close, done }: ActionPanelProps) {
  const { t } = useTranslation('staff');
  const heading = useRef<HTMLHeadingElement>(null);
  const act = useAct({ view, intent, today, done });
  useEffect(() => heading.current?.focus(), []);
  const panel = usePanelKeys({ close, confirm: act.confirm });
  const { form } = act;
  return (
    <section className="staff-panel" role="dialog" aria-labelledby="panel-title" ref={panel}>
      <div className="staff-panel-body" tabIndex={0} role="group" aria-labelledby="panel-title">
        <h2 id="panel-title" tabIndex={-1} ref={heading}>
          {act.title}
        </h2>
        <ActNotes act={act} />
        <PanelIntro view={view} intent={intent} />
        <PanelForm
          judged={act.judged}
          clauses={act.clauses}
          change={act.change}
          error={act.error}
          sheet={form.wanted ? <ActSheet act={act} /> : null}
        />
        {intent.kind === 'action' && intent.action.letters.length > 0 ? (
          <LetterPreview caseId={view.id} command={act.command} unavailable={act.ready() ? undefined : t('letterPreview.later')} />
        ) : null}
      </div>
      <div className="staff-panel-foot">
        <ActionButton kind="primary" busy={act.sending.busy} unavailable={act.shut} onClick={act.confirm}>
          {act.verb}
        </ActionButton>
        <ActionButton onClick={close}>{t('panel.close')}</ActionButton>
        <span className="staff-muted">{form.wanted ? t('proc.closeKeeps') : t('panel.closeHint')}</span>
      </div>
    </section>
  );
}

/** Esc closes, Ctrl+Enter confirms; neither while an input method composes, and only inside the panel. */
function usePanelKeys(acts: { readonly close: () => void; readonly confirm: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Escape') latest.current.close();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.confirm();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);
  return panel;
}
