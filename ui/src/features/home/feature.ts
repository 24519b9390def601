import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { House } from 'lucide-react';
import type { Feature } from '../../shared/routing/feature';
import { rootRoute } from '../../shared/routing/root-route';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page'), 'HomePage'),
});

/** The first page. */
export const homeFeature: Feature = {
  routes: [home],
  navigation: [{ label: 'Home', path: '/', icon: House, key: 'h', order: 0 }],
};
