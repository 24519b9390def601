import { Link } from '@tanstack/react-router';
import { Bell, CircleHelp, PanelLeftClose, PanelLeftOpen, Search, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useSession } from '../../shared/api/session';
import { useNotices } from '../../shared/notices/notices';
import { useStored } from '../../shared/preferences/stored';
import { classes } from '../../shared/ui/classes';
import { Kbd } from '../../shared/ui/kbd';
import { Popover } from '../../shared/ui/popover';
import { Tip } from '../../shared/ui/tip';
import { navigation } from '../features';
import { NoticeList } from './notice-list';
import { UserMenu } from './user-menu';

interface RailProps {
  onSearch: () => void;
  onShortcuts: () => void;
}

const ITEM =
  'text-ink-soft hover:bg-hover hover:text-ink flex h-8 items-center gap-2.5 rounded-sm px-2 max-md:w-9 max-md:justify-center';

/** Where to go: at the left of the window, at the bottom of a phone. */
export function Rail({ onSearch, onShortcuts }: RailProps) {
  const [wide, setWide] = useStored('rail.wide', window.innerWidth >= 1280);
  const session = useSession();
  const unread = useNotices().length;
  return (
    <nav
      aria-label="Main"
      className={classes(
        'bg-page border-line flex shrink-0 gap-0.5 p-1.5 max-md:items-center max-md:justify-around max-md:border-t md:flex-col md:border-r',
        wide ? 'md:w-52' : 'md:w-12',
      )}
    >
      <Link to="/" aria-label="Tarn, home" className="mb-1 flex h-9 items-center gap-2 rounded-sm px-1.5 max-md:hidden">
        <img src="/favicon.svg" alt="" className="size-6" />
        {wide ? <span className="text-lg font-semibold tracking-tight">Tarn</span> : null}
      </Link>
      <RailButton icon={Search} label="Search" wide={wide} shortcut="mod+k" onClick={onSearch} className="md:mb-2" outlined />
      {navigation
        .filter((entry) => !entry.admin || session.admin)
        .map((entry) => (
          <Named key={entry.path} label={entry.label} wide={wide} shortcut={`g ${entry.key}`}>
            <Link
              to={entry.path}
              activeOptions={{ exact: entry.path === '/', includeSearch: false }}
              className={ITEM}
              activeProps={{ className: 'bg-selected! text-accent! font-medium' }}
            >
              <entry.icon aria-hidden className="size-4 shrink-0" />
              <span className={wide ? 'truncate max-md:sr-only' : 'sr-only'}>{entry.label}</span>
            </Link>
          </Named>
        ))}
      <div className="flex-1 max-md:hidden" />
      <Popover
        label="Notices"
        align="start"
        trigger={<RailButton icon={Bell} label={unread > 0 ? `Notices (${unread})` : 'Notices'} wide={wide} badge={unread > 0} />}
      >
        <NoticeList />
      </Popover>
      <RailButton icon={CircleHelp} label="Shortcuts" wide={wide} shortcut="?" onClick={onShortcuts} className="max-md:hidden" />
      <RailButton
        icon={wide ? PanelLeftClose : PanelLeftOpen}
        label={wide ? 'Narrow the rail' : 'Widen the rail'}
        wide={wide}
        onClick={() => setWide(!wide)}
        className="max-md:hidden"
      />
      <UserMenu wide={wide} />
    </nav>
  );
}

function Named({ label, wide, shortcut, children }: { label: string; wide: boolean; shortcut?: string; children: React.ReactElement }) {
  return wide ? (
    children
  ) : (
    <Tip text={label} shortcut={shortcut} side="right">
      {children}
    </Tip>
  );
}

interface RailButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon;
  label: string;
  wide: boolean;
  shortcut?: string;
  outlined?: boolean;
  badge?: boolean;
}

function RailButton({ icon: Icon, label, wide, shortcut, outlined, badge, className, ...rest }: RailButtonProps): ReactNode {
  return (
    <Named label={label} wide={wide} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        className={classes(ITEM, outlined && wide && 'bg-surface md:border-line-strong md:border', className)}
      >
        <span className="relative">
          <Icon aria-hidden className="size-4 shrink-0" />
          {badge ? <span className="bg-accent border-page absolute -top-1 -right-1 size-2 rounded-full border" /> : null}
        </span>
        <span className={wide ? 'flex-1 truncate text-left max-md:sr-only' : 'sr-only'}>{label}</span>
        {wide && shortcut && outlined ? (
          <span className="max-md:hidden">
            <Kbd keys={shortcut} />
          </span>
        ) : null}
      </button>
    </Named>
  );
}
