import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { classes } from './classes';

interface TabLink {
  id: string;
  label: string;
  count?: number;
}

/** Tabs that are part of the address: `?tab=` names the open one, the first needs no name. */
export function TabLinks({ tabs, current, label }: { tabs: readonly TabLink[]; current: string; label: string }) {
  const chosen = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // A promise in newer browsers, which is no way to clean up.
    void chosen.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav aria-label={label} className="border-line flex shrink-0 gap-1 overflow-x-auto border-b px-4 [scrollbar-width:none]">
      {tabs.map((tab, index) => (
        <Link
          key={tab.id}
          ref={tab.id === current ? chosen : undefined}
          to="."
          search={(previous: Record<string, unknown>) => ({ ...previous, tab: index === 0 ? undefined : tab.id })}
          replace
          preload={false}
          aria-current={tab.id === current ? 'page' : undefined}
          className={classes(
            'relative -mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 font-medium -outline-offset-2',
            tab.id === current ? 'border-accent text-ink' : 'text-ink-soft hover:text-ink border-transparent',
          )}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="text-ink-faint text-sm tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
