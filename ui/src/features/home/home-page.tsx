import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { BookMarked, Clock, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { catalogs } from '../../shared/api/generated/catalog';
import { useMe, useSession } from '../../shared/api/session';
import { Page, PageBody, PageHeader } from '../../shared/layout/page';
import { KindIcon } from '../../shared/navigation/kind-icon';
import { objectPath } from '../../shared/navigation/paths';
import { useFavourites, useRecents, type Place } from '../../shared/navigation/places';
import { Loaded } from '../../shared/states/loaded';

/** What one was at, what one keeps at hand, what there is. */
export function HomePage() {
  const session = useSession();
  const me = useMe();
  const [recents] = useRecents();
  const { favourites } = useFavourites();
  const list = useQuery({ queryKey: ['catalogs', 'home'], queryFn: () => catalogs.list({ max_results: 50 }) });
  return (
    <Page title="Home">
      <PageHeader title={`Welcome, ${me?.displayName || session.user_name.split('@')[0]}`} about="The data that you may see, and where you were." />
      <PageBody>
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
