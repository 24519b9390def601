import { z } from 'zod';

/** A name that the catalog takes: see the catalog room's page. */
export const objectName = z
  .string()
  .trim()
  .min(1, 'Give it a name.')
  .max(255, 'A name has at most 255 characters.')
  .refine((name) => !/[./\s\p{Cc}]/u.test(name), 'A name has no dots, slashes or spaces.');

/** An optional text: an empty field is none. */
export function orNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
