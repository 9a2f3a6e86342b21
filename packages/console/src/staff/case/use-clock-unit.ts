import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/index.js';

/** In what the days of a time limit are counted, in words. */
export function useClockUnit(): (view: CaseView, clock: string | undefined) => string {
  const { t } = useTranslation();
  return (view, clock) => t(`clock.unit.${view.clocks.find(({ id }) => id === clock)?.unit ?? 'calendar-day'}`);
}
