import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { BookMarked, MapPin } from 'lucide-react';
import type { Feature } from '../../shared/routing/feature';
import { rootRoute } from '../../shared/routing/root-route';

interface ObjectSearch {
  /** The open tab; the first needs no name. */
  tab?: string;
  /** The dialog to open: what the palette's commands ask for. */
  create?: string;
}

const explorer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/explore',
  component: lazyRouteComponent(() => import('./tree/explorer-frame'), 'ExplorerFrame'),
});

const validateSearch = (search: Record<string, unknown>): ObjectSearch => ({
  tab: typeof search.tab === 'string' ? search.tab : undefined,
  create: typeof search.create === 'string' ? search.create : undefined,
});

const parent = { getParentRoute: () => explorer, validateSearch };
const locations = () => import('./pages/locations-page');
const location = () => import('./pages/location-page');

const pages = [
  createRoute({ ...parent, path: '/', component: lazyRouteComponent(() => import('./pages/catalogs-page'), 'CatalogsPage') }),
  createRoute({ ...parent, path: 'data/$catalog', component: lazyRouteComponent(() => import('./pages/catalog-page'), 'CatalogPage') }),
  createRoute({ ...parent, path: 'data/$catalog/$schema', component: lazyRouteComponent(() => import('./pages/schema-page'), 'SchemaPage') }),
  createRoute({ ...parent, path: 'data/$catalog/$schema/$table', component: lazyRouteComponent(() => import('./pages/table-page'), 'TablePage') }),
  createRoute({
    ...parent,
    path: 'data/volumes/$catalog/$schema/$volume',
    component: lazyRouteComponent(() => import('./pages/volume-page'), 'VolumePage'),
  }),
  createRoute({
    ...parent,
    path: 'data/functions/$catalog/$schema/$name',
    component: lazyRouteComponent(() => import('./pages/function-page'), 'FunctionPage'),
  }),
  createRoute({ ...parent, path: 'locations', component: lazyRouteComponent(locations, 'LocationsPage') }),
  createRoute({ ...parent, path: 'locations/$name', component: lazyRouteComponent(location, 'LocationPage') }),
  createRoute({ ...parent, path: 'credentials', component: lazyRouteComponent(locations, 'CredentialsPage') }),
  createRoute({ ...parent, path: 'credentials/$name', component: lazyRouteComponent(location, 'CredentialPage') }),
];

/** Catalog Explorer. */
export const catalogFeature: Feature = {
  routes: [explorer.addChildren(pages)],
  navigation: [{ label: 'Catalog', path: '/explore', icon: BookMarked, key: 'c', order: 10 }],
  commands: [
    { label: 'Create a catalog', path: '/explore', search: { create: 'catalog' }, icon: BookMarked, words: 'new add' },
    { label: 'Create an external location', path: '/explore/locations', search: { create: 'location' }, icon: MapPin, words: 'new add storage' },
  ],
};
