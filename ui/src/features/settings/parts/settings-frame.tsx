import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Boxes, Info, KeyRound, ScrollText, User, UserCog, Users, UsersRound, type LucideIcon } from 'lucide-react';
import { useSession } from '../../../shared/api/session';

interface Entry {
  label: string;
  path: string;
  icon: LucideIcon;
  admin?: boolean;
}

const GROUPS: { label: string; entries: Entry[] }[] = [
  {
    label: 'You',
    entries: [
      { label: 'Profile', path: '/settings/profile', icon: User },
      { label: 'Access tokens', path: '/settings/tokens', icon: KeyRound },
    ],
  },
  {
    label: 'Identity',
    entries: [
      { label: 'People', path: '/settings/users', icon: UsersRound },
      { label: 'Groups', path: '/settings/groups', icon: Users },
      { label: 'Service principals', path: '/settings/service-principals', icon: UserCog },
    ],
  },
  {
    label: 'Server',
    entries: [
      { label: 'Workspaces', path: '/settings/workspaces', icon: Boxes },
      { label: 'Audit log', path: '/settings/audit', icon: ScrollText, admin: true },
      { label: 'About', path: '/settings/about', icon: Info },
    ],
  },
];

/** The list of settings beside the one that is open; above it on a phone. */
export function SettingsFrame() {
  const session = useSession();
  const { pathname } = useLocation();
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col md:flex-row">
      <nav
        aria-label="Settings"
        className="bg-page border-line flex shrink-0 gap-1 overflow-x-auto p-1.5 max-md:border-b md:w-52 md:flex-col md:overflow-y-auto md:border-r"
      >
        {GROUPS.map((group) => (
          <div key={group.label} className="flex gap-0.5 md:mb-2 md:flex-col">
            <h2 className="text-ink-faint px-2 pt-2 pb-1 text-sm font-medium max-md:hidden">{group.label}</h2>
            {group.entries
              .filter((entry) => !entry.admin || session.admin)
              .map((entry) => (
                <Link
                  key={entry.path}
                  to={entry.path}
                  aria-current={pathname.startsWith(entry.path) ? 'page' : undefined}
                  className="text-ink-soft hover:bg-hover flex h-8 shrink-0 items-center gap-2 rounded-sm px-2 whitespace-nowrap"
                  activeProps={{ className: 'bg-selected! text-accent! font-medium' }}
                >
                  <entry.icon aria-hidden className="size-3.5" /> {entry.label}
                </Link>
              ))}
          </div>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1">
        <Outlet />
      </div>
    </div>
  );
}
