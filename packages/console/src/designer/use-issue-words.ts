import type { Issue } from '@careway/definition';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';

/** What must be mended in a proposal, each thing with the figure that it is about. */
export function useIssueWords(proposal: ProposalView | undefined): (issue: Issue) => string {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  return ({ path, message }) => {
    const index = /^\/changes\/(\d+)/.exec(path)?.[1];
    const label = index === undefined ? '' : text(proposal?.changes[Number(index)]?.label);
    return label === '' ? text(message) : `${label}${t('colon')}${text(message)}`;
  };
}
