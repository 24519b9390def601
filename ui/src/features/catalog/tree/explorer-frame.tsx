import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { BookMarked, KeyRound, MapPin } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { searchQuery } from '../../../shared/api/search';
import { SidePane } from '../../../shared/layout/side-pane';
import { KindIcon } from '../../../shared/navigation/kind-icon';
import { objectPath } from '../../../shared/navigation/paths';
import { ErrorNote } from '../../../shared/states/error-note';
import { SearchInput } from '../../../shared/ui/input';
import { CatalogTree } from './catalog-tree';

const PLACES = [
  { label: 'All catalogs', path: '/explore', icon: BookMarked },
  { label: 'External locations', path: '/explore/locations', icon: MapPin },
  { label: 'Credentials', path: '/explore/credentials', icon: KeyRound },
];

/** Full name and kind of the object that an address shows. */
function shown(pathname: string): { name?: string; kind?: string } {
  const parts = pathname.split('/').slice(2).map(decodeURIComponent);
  if (parts[0] !== 'data' || parts.length < 2) {
    return {};
  }
  const special = parts[1] === 'volumes' || parts[1] === 'functions';
  return special && parts.length === 5
    ? { name: parts.slice(2).join('.'), kind: parts[1]?.slice(0, -1) }
    : { name: parts.slice(1).join('.'), kind: undefined };
}

/** The tree beside the pages of the catalog. */
export function ExplorerFrame() {
  const { pathname } = useLocation();
  const [text, setText] = useState('');
  const { name, kind } = shown(pathname);
  return (
    <SidePane
      name="catalog"
      label="Catalog tree"
      narrow={pathname === '/explore' ? 'pane' : 'content'}
      pane={
        <>
          <div className="px-3 pt-2 pr-11">
            <SearchInput value={text} onChange={setText} label="Search the catalog" />
          </div>
          <nav aria-label="Catalog" className="border-line mx-1.5 my-1.5 border-b pb-1.5">
            {PLACES.map((place) => (
              <Link
                key={place.path}
                to={place.path}
                activeOptions={{ exact: true }}
                className="text-ink-soft hover:bg-hover flex h-7 items-center gap-2 rounded-sm px-2"
                activeProps={{ className: 'bg-selected! text-accent! font-medium' }}
              >
                <place.icon aria-hidden className="size-3.5" /> {place.label}
              </Link>
            ))}
          </nav>
          {text.trim().length >= 2 ? <SearchResults text={text} /> : <CatalogTree current={name} currentKind={kind} />}
        </>
      }
    >
      <Outlet />
    </SidePane>
  );
}

function SearchResults({ text }: { text: string }) {
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({ ...searchQuery(wanted), placeholderData: keepPreviousData });
  if (found.error) {
    return (
      <div className="p-3">
        <ErrorNote error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  }
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3" aria-label="Search results">
      {found.data?.map((hit) => (
        <li key={`${hit.kind} ${hit.id ?? hit.full_name}`}>
          <Link to={objectPath(hit.kind, hit.id ?? hit.full_name)} className="hover:bg-hover flex gap-2 rounded-sm px-2 py-1">
            <KindIcon kind={hit.kind} className="text-ink-faint mt-0.5 size-3.5 shrink-0" />
            <span className="min-w-0">
              <bdi className="block truncate" title={hit.full_name}>
                {hit.full_name}
              </bdi>
              {hit.column || hit.comment ? (
                <span className="text-ink-faint block truncate text-sm">{hit.column ? `column ${hit.column}` : hit.comment}</span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
      {found.data?.length === 0 ? <li className="text-ink-soft px-2 py-4">Nothing that you may see matches “{wanted}”.</li> : null}
    </ul>
  );
}
