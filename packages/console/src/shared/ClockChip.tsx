import { useTranslation } from 'react-i18next';
import type { ClockView } from '../api/index.js';

const LOOKS: Record<ClockView['level'], readonly [tone: string, mark: string]> = {
  'in-time': ['granted', '●'],
  'due-soon': ['warning', '◆'],
  overdue: ['error', '▲'],
  paused: ['paused', '‖'],
  undetermined: ['paused', '‖'],
  ended: ['ended', '–'],
};

export interface ClockChipProps {
  readonly clock: {
    readonly level: ClockView['level'];
    readonly unit: string;
    readonly daysLeft?: number;
    readonly due?: string;
    readonly missingYear?: number;
  };
}

/** How much of a time limit is left: shape, words and colour say the same. The server counts the days. */
export function ClockChip({ clock }: ClockChipProps) {
  const { t } = useTranslation();
  const [tone, mark] = LOOKS[clock.level];
  const unit = t(`clock.unit.${clock.unit as ClockView['unit']}`);
  const left = clock.daysLeft;
  const words = () => {
    if (clock.level === 'paused') return t('clock.paused');
    if (clock.level === 'ended') return t('clock.ended');
    if (clock.level === 'overdue' && left === undefined) return t('clock.late');
    if (clock.level === 'undetermined' || left === undefined) return t('clock.undetermined');
    if (left < 0) return t('clock.overdue', { count: -left, unit });
    return left === 0 ? t('clock.today') : t('clock.left', { count: left, unit });
  };
  return (
    <span className={`chip tone-${tone}`}>
      <span aria-hidden="true">{mark}</span>
      {words()}
    </span>
  );
}
