import {
  AuditOutlined,
  CheckSquareOutlined,
  ControlOutlined,
  EyeOutlined,
  FileAddOutlined,
  FormOutlined,
  InboxOutlined,
  ProfileOutlined,
  SearchOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { StaffKind } from './staff-kind.js';

interface Entry {
  readonly id: 'todo' | 'done' | 'field' | 'cases' | 'counter' | 'registers' | 'designer' | 'publications' | 'trace' | 'log' | 'operations';
  readonly to: string;
  readonly icon: ComponentType;
  readonly kinds: readonly StaffKind[];
}

const WORK: readonly StaffKind[] = ['staff', 'supervisor'];
const LOOK: readonly StaffKind[] = ['staff', 'supervisor', 'administrator', 'auditor'];

const ENTRIES: readonly Entry[] = [
  { id: 'todo', to: '/console/tasks', icon: InboxOutlined, kinds: WORK },
  { id: 'done', to: '/console/tasks?view=done', icon: CheckSquareOutlined, kinds: WORK },
  { id: 'field', to: '/field', icon: FormOutlined, kinds: ['staff'] },
  { id: 'cases', to: '/console/cases', icon: SearchOutlined, kinds: LOOK },
  { id: 'counter', to: '/console/counter', icon: FileAddOutlined, kinds: WORK },
  { id: 'registers', to: '/console/registers', icon: ProfileOutlined, kinds: LOOK },
  { id: 'designer', to: '/designer', icon: ControlOutlined, kinds: ['administrator'] },
  { id: 'trace', to: '/trace', icon: AuditOutlined, kinds: ['auditor', 'administrator'] },
  { id: 'publications', to: '/trace/publications', icon: ControlOutlined, kinds: ['auditor'] },
  { id: 'log', to: '/trace/log', icon: EyeOutlined, kinds: ['auditor', 'administrator'] },
  { id: 'operations', to: '/ops', icon: ToolOutlined, kinds: ['operator'] },
];

/** The menu of the person's own posts, each icon with its word. */
export function StaffMenu({ kinds }: { readonly kinds: ReadonlySet<StaffKind> }) {
  const { t } = useTranslation('staff');
  const { pathname, search } = useLocation();
  const here = currentEntry(pathname, search);
  return (
    <nav className="staff-menu" aria-label={t('layout.menu')}>
      <ul>
        {ENTRIES.filter((entry) => entry.kinds.some((kind) => kinds.has(kind))).map(({ id, to, icon: Icon }) => (
          <li key={id}>
            <Link to={to} aria-current={here === id ? 'page' : undefined}>
              <span aria-hidden="true">
                <Icon />
              </span>
              {t(`menu.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function currentEntry(pathname: string, search: string): Entry['id'] | undefined {
  if (pathname === '/trace/log') return 'log';
  if (pathname === '/trace/publications') return 'publications';
  if (pathname.startsWith('/trace')) return 'trace';
  if (pathname.startsWith('/ops')) return 'operations';
  if (pathname.startsWith('/designer')) return 'designer';
  if (pathname.startsWith('/console/registers')) return 'registers';
  if (pathname.startsWith('/console/counter')) return 'counter';
  if (pathname === '/console/cases') return 'cases';
  if (pathname === '/console/tasks') return new URLSearchParams(search).get('view') === 'done' ? 'done' : 'todo';
  return undefined;
}
