import { FileCode2, Plus, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../../shared/ui/button';
import { classes } from '../../../shared/ui/classes';
import type { EditorTab } from '../model/tabs';

interface TabBarProps {
  tabs: EditorTab[];
  active: string;
  onOpen: () => void;
  onChoose: (id: string) => void;
  onClose: (id: string) => void;
}

export function changed(tab: EditorTab): boolean {
  return tab.query ? tab.text !== tab.query.savedText : tab.text.trim() !== '';
}

/** The editor's tabs: arrows move between them, Delete closes one. */
export function TabBar({ tabs, active, onOpen, onChoose, onClose }: TabBarProps) {
  const onKey = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[index + step];
    if (step !== 0 && next) {
      event.preventDefault();
      onChoose(next.id);
      (event.currentTarget.parentElement?.parentElement?.children[index + step]?.querySelector('[role=tab]') as HTMLElement | null)?.focus();
    } else if (event.key === 'Delete') {
      onClose(tabs[index]?.id ?? '');
    }
  };
  return (
    <div className="border-line bg-page flex shrink-0 items-end gap-1 border-b px-2 pt-1.5">
      <div role="tablist" aria-label="Open queries" className="flex min-w-0 items-end overflow-x-auto [scrollbar-width:none]">
        {tabs.map((tab, index) => {
          const chosen = tab.id === active;
          return (
            <div
              key={tab.id}
              role="presentation"
              className={classes(
                'group/tab relative flex h-8 max-w-52 min-w-24 shrink-0 items-center gap-1 rounded-t-md border border-b-0 pr-1 pl-2.5',
                chosen ? 'bg-surface border-line' : 'border-transparent hover:bg-hover',
              )}
            >
              {tab.query ? <FileCode2 aria-hidden className="text-accent size-3.5 shrink-0" /> : null}
              <button
                type="button"
                role="tab"
                aria-selected={chosen}
                tabIndex={chosen ? 0 : -1}
                onClick={() => onChoose(tab.id)}
                onAuxClick={(event) => (event.button === 1 ? onClose(tab.id) : undefined)}
                onKeyDown={(event) => onKey(event, index)}
                title={tab.title}
                className={classes('min-w-0 flex-1 truncate text-left', chosen ? 'font-medium' : 'text-ink-soft')}
              >
                {tab.title}
              </button>
              {changed(tab) ? <span title="Not saved" className="bg-ink-faint size-1.5 shrink-0 rounded-full group-hover/tab:hidden" /> : null}
              <button
                type="button"
                tabIndex={-1}
                aria-hidden
                title={`Close ${tab.title}`}
                onClick={() => onClose(tab.id)}
                className={classes(
                  'hover:bg-hover text-ink-faint hover:text-ink size-5 shrink-0 items-center justify-center rounded-sm',
                  changed(tab) ? 'hidden group-hover/tab:flex' : 'flex opacity-0 group-hover/tab:opacity-100',
                )}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </div>
          );
        })}
      </div>
      <IconButton label="New query" onClick={onOpen} className="mb-0.5">
        <Plus />
      </IconButton>
    </div>
  );
}
