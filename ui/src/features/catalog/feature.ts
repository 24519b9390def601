import type { Feature } from '../../shared/routing/feature';

export const catalogFeature: Feature = { routes: [] };
