import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../shared/index.js';
import { switchShortcuts, useShortcutsOn } from './shortcuts.js';

const KEYS = ['move', 'open', 'select', 'search', 'neighbours', 'why', 'actions', 'help', 'sleep'] as const;

/** Which keys there are, and the switch that turns single letters off. */
export function ShortcutHelp({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const { t } = useTranslation('staff');
  const on = useShortcutsOn();
  return (
    <Modal title={t('tasks.keysTitle')} open={open} onCancel={close} footer={null} destroyOnHidden>
      <ul className="staff-plain">
        {KEYS.map((key) => (
          <li key={key}>{t(`tasks.keys.${key}`)}</li>
        ))}
      </ul>
      <p style={{ marginTop: 12 }}>
        <ActionButton aria-pressed={on} onClick={switchShortcuts}>
          {on ? t('layout.keysOn') : t('layout.keysOff')}
        </ActionButton>
      </p>
    </Modal>
  );
}
