import type { AnyRoute } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';

export interface NavigationEntry {
  label: string;
  path: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
  /** Smaller comes first. */
  order: number;
  /** Only administrators of the workspace see it. */
  admin?: boolean;
}

/** Something to do or a place to go, for the palette. */
export interface Command {
  label: string;
  path: string;
  search?: Record<string, unknown>;
  icon: LucideIcon;
  /** More words that find it. */
  words?: string;
  admin?: boolean;
}

/** What a feature gives to the app. */
export interface Feature {
  routes: AnyRoute[];
  navigation?: NavigationEntry[];
  commands?: Command[];
}
