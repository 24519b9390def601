import { useSyncExternalStore } from 'react';

/** As wide as `md` begins: below it, what is `max-md` applies. */
const QUERY = '(max-width: 767.98px)';

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia?.(QUERY);
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
}

/** Whether the window is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(QUERY).matches ?? false);
}
