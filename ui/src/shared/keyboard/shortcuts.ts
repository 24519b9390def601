import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `mod+k`, `?`, or one key after another: `g c`. */
  keys: string;
  label: string;
  group: string;
  run: () => void;
}

let shortcuts: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
let pending = '';
let pendingUntil = 0;

function change(changed: readonly Shortcut[]): void {
  shortcuts = changed;
  listeners.forEach((listener) => listener());
}

/** Whether keys belong to what has the focus: a text that is being written. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type))
  );
}

function chord(event: KeyboardEvent): string {
  const modifier = event.metaKey || event.ctrlKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return modifier + alt + event.key.toLowerCase();
}

/** Finds the shortcut that a key completes, and remembers the first key of those that have two. */
export function handleKey(event: KeyboardEvent): void {
  const pressed = chord(event);
  if (event.defaultPrevented || (isWriting(event.target) && !pressed.startsWith('mod+'))) {
    return;
  }
  const now = Date.now();
  const typed = pending !== '' && now < pendingUntil ? `${pending} ${pressed}` : pressed;
  pending = '';
  const found = shortcuts.findLast((shortcut) => shortcut.keys === typed);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (shortcuts.some((shortcut) => shortcut.keys.startsWith(`${pressed} `))) {
    pending = pressed;
    pendingUntil = now + 1200;
  }
}

/** Keeps shortcuts for as long as the component is there. */
export function useShortcuts(wanted: Shortcut[]): void {
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  });
  const keys = wanted.map((shortcut) => shortcut.keys + shortcut.label).join('|');
  useEffect(() => {
    const own = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: () => latest.current[index]?.run(),
    }));
    change([...shortcuts, ...own]);
    return () => change(shortcuts.filter((shortcut) => !own.includes(shortcut)));
  }, [keys]);
}

/** All that work now; for the page that `?` opens. */
export function useAllShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shortcuts,
  );
}
