import type { Feature } from '../../shared/routing/feature';

export const settingsFeature: Feature = { routes: [] };
