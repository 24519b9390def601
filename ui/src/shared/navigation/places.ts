import { useCallback, useEffect } from 'react';
import { useSession } from '../api/session';
import { useStored } from '../preferences/stored';
import type { ObjectKind } from './paths';

/** A page that somebody was on, or keeps at hand. */
export interface Place {
  kind: ObjectKind | 'page' | 'query';
  name: string;
  path: string;
}

const NONE: Place[] = [];

function key(session: { user_id: string; workspace_id: string }, what: string): string {
  return `${what}.${session.workspace_id}.${session.user_id}`;
}

/** The pages visited last, newest first. */
export function useRecents(): [Place[], (place: Place) => void] {
  const [recents, store] = useStored(key(useSession(), 'recents'), NONE);
  const visit = useCallback(
    (place: Place) => {
      if (recents[0]?.path !== place.path || recents[0].kind !== place.kind) {
        store([place, ...recents.filter((other) => other.path !== place.path)].slice(0, 20));
      }
    },
    [recents, store],
  );
  return [recents, visit];
}

/** Remembers that this page was visited, once it is known to exist. */
export function useVisit(place: Place | undefined): void {
  const [, visit] = useRecents();
  const { kind, name, path } = place ?? {};
  useEffect(() => {
    if (kind && name && path) {
      visit({ kind, name, path });
    }
    // A visit counts once per page, not each time that the list of recents changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kind, name, path]);
}

/** Pages kept at hand, in the order in which they were added. */
export function useFavourites(): { favourites: Place[]; isFavourite: (path: string) => boolean; toggle: (place: Place) => void } {
  const [favourites, store] = useStored(key(useSession(), 'favourites'), NONE);
  const isFavourite = (path: string) => favourites.some((place) => place.path === path);
  const toggle = (place: Place) =>
    store(isFavourite(place.path) ? favourites.filter((other) => other.path !== place.path) : [...favourites, place]);
  return { favourites, isFavourite, toggle };
}
