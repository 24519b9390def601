import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { KeyRound, ScrollText, Settings, UserCog, UserPlus, Users } from 'lucide-react';
import type { Feature } from '../../shared/routing/feature';
import { rootRoute } from '../../shared/routing/root-route';

interface SettingsSearch {
  create?: string;
  /** Filters of the audit log. */
  who?: string;
  action?: string;
  decision?: string;
  days?: number;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const validateSearch = (search: Record<string, unknown>): SettingsSearch => ({
  create: text(search.create),
  who: text(search.who),
  action: text(search.action),
  decision: text(search.decision),
  days: typeof search.days === 'number' ? search.days : undefined,
});

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./parts/settings-frame'), 'SettingsFrame'),
});

const parent = { getParentRoute: () => settings, validateSearch };
const people = () => import('./pages/people-pages');
const person = () => import('./pages/person-pages');

const pages = [
  createRoute({
    ...parent,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile', replace: true });
    },
  }),
  createRoute({ ...parent, path: 'profile', component: lazyRouteComponent(() => import('./pages/profile-page'), 'ProfilePage') }),
  createRoute({ ...parent, path: 'tokens', component: lazyRouteComponent(() => import('./pages/tokens-page'), 'TokensPage') }),
  createRoute({ ...parent, path: 'users', component: lazyRouteComponent(people, 'UsersPage') }),
  createRoute({ ...parent, path: 'users/$id', component: lazyRouteComponent(person, 'UserPage') }),
  createRoute({ ...parent, path: 'groups', component: lazyRouteComponent(people, 'GroupsPage') }),
  createRoute({ ...parent, path: 'groups/$id', component: lazyRouteComponent(() => import('./pages/group-page'), 'GroupPage') }),
  createRoute({ ...parent, path: 'service-principals', component: lazyRouteComponent(people, 'ServicePrincipalsPage') }),
  createRoute({ ...parent, path: 'service-principals/$id', component: lazyRouteComponent(person, 'ServicePrincipalPage') }),
  createRoute({ ...parent, path: 'workspaces', component: lazyRouteComponent(() => import('./pages/workspaces-page'), 'WorkspacesPage') }),
  createRoute({ ...parent, path: 'audit', component: lazyRouteComponent(() => import('./pages/audit-page'), 'AuditPage') }),
  createRoute({ ...parent, path: 'about', component: lazyRouteComponent(() => import('./pages/about-page'), 'AboutPage') }),
];

/** One's own profile and tokens, and what administrators look after. */
export const settingsFeature: Feature = {
  routes: [settings.addChildren(pages)],
  navigation: [{ label: 'Settings', path: '/settings', icon: Settings, key: 's', order: 90 }],
  commands: [
    { label: 'Create an access token', path: '/settings/tokens', search: { create: 'token' }, icon: KeyRound, words: 'new add personal api' },
    { label: 'Add a person', path: '/settings/users', search: { create: 'user' }, icon: UserPlus, words: 'new create user invite', admin: true },
    { label: 'Create a group', path: '/settings/groups', search: { create: 'group' }, icon: Users, words: 'new add', admin: true },
    {
      label: 'Create a service principal',
      path: '/settings/service-principals',
      search: { create: 'service-principal' },
      icon: UserCog,
      words: 'new add robot',
      admin: true,
    },
    { label: 'Look at the audit log', path: '/settings/audit', icon: ScrollText, words: 'who did what', admin: true },
  ],
};
