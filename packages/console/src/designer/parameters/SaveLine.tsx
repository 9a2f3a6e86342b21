import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../shared/index.js';
import type { ProposalDraft } from './use-proposal-draft.js';

const TONES = { saved: undefined, unsaved: undefined, saving: undefined, offline: 'warning', conflict: 'error', refused: 'error' } as const;

/** Whether what was typed is stored; quiet, read out when it changes. */
export function SaveLine({ draft }: { readonly draft: ProposalDraft }) {
  const { t } = useTranslation('designer');
  const { status, version } = draft.state;
  const tone = TONES[status];
  const words = status === 'saved' && version === 0 ? t('side.save.empty') : t(`side.save.${status}`);
  return (
    <div className={tone ? `note tone-${tone}` : 'staff-muted'} role="status" aria-label={t('side.saveLabel')}>
      <p>{words}</p>
      {status === 'conflict' ? <ActionButton onClick={() => window.location.reload()}>{t('side.reload')}</ActionButton> : null}
      {status === 'refused' ? <ActionButton onClick={() => void draft.saver.flush()}>{t('side.again')}</ActionButton> : null}
    </div>
  );
}
