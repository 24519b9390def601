import { useSyncExternalStore } from 'react';

export interface Notice {
  id: number;
  tone: 'success' | 'danger' | 'info';
  text: string;
  /** Where to look, or how to undo. */
  action?: { label: string; run: () => void };
  at: number;
  shown: boolean;
}

let next = 1;
let notices: readonly Notice[] = [];
const listeners = new Set<() => void>();

function change(changed: readonly Notice[]): void {
  notices = changed;
  listeners.forEach((listener) => listener());
}

/** Says what happened, in a corner for a few seconds and in the notice area until it is cleared. */
export function notify(tone: Notice['tone'], text: string, action?: Notice['action']): void {
  change([{ id: next++, tone, text, action, at: Date.now(), shown: true }, ...notices].slice(0, 50));
}

export function hideNotice(id: number): void {
  change(notices.map((notice) => (notice.id === id ? { ...notice, shown: false } : notice)));
}

export function clearNotices(): void {
  change([]);
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
}
