import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { History, SquareTerminal, Warehouse } from 'lucide-react';
import { z } from 'zod';
import type { Feature } from '../../shared/routing/feature';
import { rootRoute } from '../../shared/routing/root-route';

const editor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/editor',
  validateSearch: z.object({
    /** Opens a tab with this text. */
    text: z.string().optional().catch(undefined),
    /** Opens a saved query. */
    query: z.string().optional().catch(undefined),
    view: z.enum(['table', 'chart', 'profile']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./editor-page'), 'EditorPage'),
});

const history = createRoute({
  getParentRoute: () => rootRoute,
  path: '/history',
  validateSearch: z.object({
    status: z.string().optional().catch(undefined),
    warehouse: z.string().optional().catch(undefined),
    user: z.string().optional().catch(undefined),
    since: z.enum(['hour', 'day', 'week', 'all']).optional().catch(undefined),
    words: z.string().optional().catch(undefined),
    id: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./history-page'), 'HistoryPage'),
});

const warehouses = createRoute({
  getParentRoute: () => rootRoute,
  path: '/warehouses',
  component: lazyRouteComponent(() => import('./warehouses-page'), 'WarehousesPage'),
});

/** Writing SQL, what became of it, and what runs it. */
export const sqlFeature: Feature = {
  routes: [editor, history, warehouses],
  navigation: [
    { label: 'SQL editor', path: '/editor', icon: SquareTerminal, key: 'q', order: 20 },
    { label: 'Query history', path: '/history', icon: History, key: 'y', order: 30 },
    { label: 'SQL warehouses', path: '/warehouses', icon: Warehouse, key: 'w', order: 40 },
  ],
  commands: [{ label: 'New query', path: '/editor', search: { text: '' }, icon: SquareTerminal, words: 'sql editor tab write' }],
};
