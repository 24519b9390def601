import { clsx, type ClassValue } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Class names joined, the later of two that disagree winning. */
export function classes(...names: ClassValue[]): string {
  return twMerge(clsx(names));
}
