import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useSession } from '../../shared/api/session';
import { handleKey, useShortcuts, type Shortcut } from '../../shared/keyboard/shortcuts';
import { Skeleton } from '../../shared/states/skeleton';
import { useTheme } from '../../shared/theme/theme';
import { navigation } from '../features';
import { NoticeCorner } from './notice-corner';
import { SessionEnded } from './session-ended';
import { Rail } from './rail';

const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));
const ShortcutList = lazy(() => import('./shortcut-list').then((module) => ({ default: module.ShortcutList })));

/** The frame around every page: rail, palette, notices, keys. */
export function Shell() {
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const navigate = useNavigate();
  const session = useSession();
  useTheme();
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
  const go: Shortcut[] = navigation
    .filter((entry) => !entry.admin || session.admin)
    .map((entry) => ({
      keys: `g ${entry.key}`,
      label: entry.label,
      group: 'Go to',
      run: () => void navigate({ to: entry.path }),
    }));
  useShortcuts([
    { keys: 'mod+k', label: 'Search and commands', group: 'Everywhere', run: () => setPalette((open) => !open) },
    { keys: '/', label: 'Search on this page, or everywhere', group: 'Everywhere', run: () => focusSearch(() => setPalette(true)) },
    { keys: '?', label: 'All shortcuts', group: 'Everywhere', run: () => setShortcuts(true) },
    ...go,
  ]);
  const openPalette = useCallback(() => setPalette(true), []);
  return (
    <div className="flex h-full flex-col-reverse md:flex-row">
      <a
        href="#content"
        className="bg-accent text-on-accent absolute top-2 left-2 z-50 -translate-y-16 rounded-sm px-3 py-1.5 focus:translate-y-0"
      >
        Skip to content
      </a>
      <Rail onSearch={openPalette} onShortcuts={() => setShortcuts(true)} />
      <div className="flex min-h-0 min-w-0 flex-1">
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </div>
      <NoticeCorner />
      <SessionEnded />
      <Suspense>
        {palette ? <Palette onClose={() => setPalette(false)} /> : null}
        {shortcuts ? <ShortcutList onClose={() => setShortcuts(false)} /> : null}
      </Suspense>
    </div>
  );
}

function focusSearch(otherwise: () => void): void {
  const field = document.querySelector<HTMLInputElement>('main input[data-search], aside input[data-search]');
  if (field && field.offsetParent !== null) {
    field.focus();
    field.select();
  } else {
    otherwise();
  }
}
