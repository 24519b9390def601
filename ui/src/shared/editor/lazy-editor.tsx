import { lazy } from 'react';

/** The editor, fetched when the first page needs one. */
export const LazySqlEditor = lazy(() => import('./sql-editor').then((module) => ({ default: module.SqlEditor })));
