import { catalogFeature } from '../features/catalog/feature';
import { homeFeature } from '../features/home/feature';
import { settingsFeature } from '../features/settings/feature';
import { sqlFeature } from '../features/sql/feature';
import type { Feature } from '../shared/routing/feature';

/** Everything that the app can do. A new feature is one line here. */
export const features: Feature[] = [homeFeature, catalogFeature, sqlFeature, settingsFeature];

export const navigation = features.flatMap((feature) => feature.navigation ?? []).sort((a, b) => a.order - b.order);

export const commands = features.flatMap((feature) => feature.commands ?? []);
