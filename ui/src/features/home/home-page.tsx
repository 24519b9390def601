import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { BookMarked, Clock, KeyRound, SquareTerminal, Star, UserPlus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { catalogs } from '../../shared/api/generated/catalog';
import { useMe, useSession } from '../../shared/api/session';
import { Page, PageBody, PageHeader } from '../../shared/layout/page';
import { KindIcon } from '../../shared/navigation/kind-icon';
import { EDITOR, objectPath } from '../../shared/navigation/paths';
import { useFavourites, useRecents, type Place } from '../../shared/navigation/places';
import { Loaded } from '../../shared/states/loaded';

interface Start {
  label: string;
  about: string;
  path: string;
  search?: Record<string, unknown>;
  icon: LucideIcon;
  admin?: boolean;
}

const STARTS: Start[] = [
  { label: 'Write SQL', about: 'Query what you may read', path: EDITOR, icon: SquareTerminal },
  { label: 'Look around', about: 'Catalogs, schemas, tables', path: '/explore', icon: BookMarked },
  { label: 'Connect a client', about: 'A token for CLI, SDK, JDBC', path: '/settings/tokens', icon: KeyRound },
  { label: 'Add a colleague', about: 'By a link that works once', path: '/settings/users', search: { create: 'user' }, icon: UserPlus, admin: true },
];

/** What one was at, what one keeps at hand, what there is. */
export function HomePage() {
  const session = useSession();
  const me = useMe();
  const [recents] = useRecents();
  const { favourites } = useFavourites();
  const list = useQuery({ queryKey: ['catalogs', 'home'], queryFn: () => catalogs.list({ max_results: 50 }) });
  const called = me?.displayName && me.displayName !== session.user_name ? me.displayName : session.user_name.split('@')[0];
  return (
    <Page title="Home">
      <PageHeader title={`Welcome, ${called}`} about="The data that you may see, and where you were." />
      <PageBody>
        <ul className="mb-4 grid max-w-5xl gap-3 sm:grid-cols-2 lg:grid-cols-4" aria-label="Start">
          {STARTS.filter((start) => !start.admin || session.admin).map((start) => (
            <li key={start.label}>
              <Link
                to={start.path}
                search={start.search}
                className="border-line hover:border-accent hover:bg-hover flex h-full items-start gap-3 rounded-md border p-3 transition-colors"
              >
                <span className="bg-accent-soft text-accent flex size-8 shrink-0 items-center justify-center rounded-md">
                  <start.icon aria-hidden className="size-4" />
                </span>
                <span className="min-w-0">
                  <span className="block font-medium">{start.label}</span>
                  <span className="text-ink-soft block text-sm">{start.about}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <div className="grid max-w-5xl gap-4 md:grid-cols-2">
          <Section title="Catalogs" icon={<BookMarked className="size-4" />} more={{ label: 'Open Catalog Explorer', path: '/explore' }}>
            <Loaded query={list} lines={3}>
              {(answer) => (
                <PlaceList
                  places={(answer.catalogs ?? []).map((catalog) => ({
                    kind: 'catalog',
                    name: catalog.name ?? '',
                    path: objectPath('catalog', catalog.name ?? ''),
                    about: catalog.comment,
                  }))}
                  empty="No catalog is shared with you yet. An owner or an administrator can grant you one."
                />
              )}
            </Loaded>
          </Section>
          <div className="flex flex-col gap-4">
            <Section title="Recent" icon={<Clock className="size-4" />}>
              <PlaceList places={recents.slice(0, 8)} empty="Pages that you open appear here." />
            </Section>
            <Section title="Favourites" icon={<Star className="size-4" />}>
              <PlaceList places={favourites} empty="The star beside a name keeps its page here." />
            </Section>
          </div>
        </div>
      </PageBody>
    </Page>
  );
}

interface SectionProps {
  title: string;
  icon: ReactNode;
  more?: { label: string; path: string };
  children: ReactNode;
}

function Section({ title, icon, more, children }: SectionProps) {
  return (
    <section className="border-line rounded-md border">
      <h2 className="border-line text-ink-soft flex items-center gap-2 border-b px-3 py-2 font-medium">
        {icon} <span className="text-ink flex-1">{title}</span>
        {more ? (
          <Link to={more.path} className="text-accent font-normal hover:underline">
            {more.label}
          </Link>
        ) : null}
      </h2>
      {children}
    </section>
  );
}

function PlaceList({ places, empty }: { places: (Place & { about?: string })[]; empty: string }) {
  if (places.length === 0) {
    return <p className="text-ink-soft px-3 py-5">{empty}</p>;
  }
  return (
    <ul className="p-1">
      {places.map((place) => (
        <li key={place.path}>
          <Link to={place.path} className="hover:bg-hover flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 -outline-offset-2">
            <KindIcon kind={place.kind} />
            <bdi className="max-w-full min-w-0 shrink-0 truncate" title={place.name}>
              {place.name}
            </bdi>
            {place.about ? <span className="text-ink-faint min-w-0 truncate">{place.about}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
