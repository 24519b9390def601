import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DoorOpen, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { signOut } from '../../shared/api/sign-out';
import { useSession } from '../../shared/api/session';
import { switchWorkspace, workspacesQuery } from '../../shared/api/workspaces';
import { Avatar } from '../../shared/display/avatar';
import { useTheme, type Theme } from '../../shared/theme/theme';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../shared/ui/menu';

const THEMES: { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
];

/** Who one is, in which workspace, and how things look. */
export function UserMenu({ wide }: { wide: boolean }) {
  const session = useSession();
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="hover:bg-hover data-[state=open]:bg-hover flex h-9 items-center gap-2 rounded-sm px-1.5"
        >
          <Avatar name={session.user_name} />
          <span className="sr-only">Account of</span>
          <span className={wide ? 'min-w-0 flex-1 truncate text-left max-md:sr-only' : 'sr-only'}>{session.user_name}</span>
        </button>
      }
    >
      <MenuLabel>{session.user_name}</MenuLabel>
      <MenuItem asChild>
        <Link to="/settings">
          <Settings /> Settings
        </Link>
      </MenuItem>
      <Workspaces />
      <MenuLine />
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map(({ theme: other, label, icon: Icon }) => (
        <MenuItem key={other} icon={<Icon />} checked={theme === other} onSelect={() => setTheme(other)}>
          {label}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={<LogOut />} onSelect={() => void signOut(false)}>
        Sign out
      </MenuItem>
      <MenuItem icon={<DoorOpen />} onSelect={() => void signOut(true)}>
        Sign out everywhere
      </MenuItem>
    </Menu>
  );
}

function Workspaces() {
  const session = useSession();
  const workspaces = useQuery(workspacesQuery).data ?? [];
  const own = workspaces.find((workspace) => workspace.workspace_id === session.workspace_id);
  const open = workspaces.filter((workspace) => workspace.metastore_id === own?.metastore_id);
  if (!own) {
    return null;
  }
  return (
    <>
      <MenuLine />
      <MenuLabel>Workspace</MenuLabel>
      {open.map((workspace) => (
        <MenuItem
          key={workspace.workspace_id}
          checked={workspace.workspace_id === session.workspace_id}
          onSelect={() => switchWorkspace(workspace.workspace_id)}
        >
          {workspace.name}
        </MenuItem>
      ))}
    </>
  );
}
