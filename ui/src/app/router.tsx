import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { rootRoute } from '../shared/routing/root-route';
import { ErrorNote } from '../shared/states/error-note';
import { Skeleton } from '../shared/states/skeleton';
import { features } from './features';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';

rootRoute.update({ component: Shell, notFoundComponent: NotFound });

/** All pages of all features in the frame. */
export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren(features.flatMap((feature) => feature.routes)),
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  });
}

function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <main className="bg-surface min-w-0 flex-1 p-5">
      <ErrorNote error={error} what="This page could not be shown" retry={reset} />
    </main>
  );
}
