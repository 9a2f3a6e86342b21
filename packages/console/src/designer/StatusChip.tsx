import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../api/index.js';

const LOOKS = {
  draft: ['paused', '‖'],
  submitted: ['running', '●'],
  published: ['granted', '✓'],
  rejected: ['error', '✗'],
  withdrawn: ['ended', '–'],
} as const;

/** Where a proposal stands, in colour, sign and word. */
export function StatusChip({ status }: { readonly status: ProposalView['status'] }) {
  const { t } = useTranslation('designer');
  const [tone, sign] = LOOKS[status];
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true">{sign}</span>
      {t(`status.${status}`)}
    </span>
  );
}
