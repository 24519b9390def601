import type { SavedQuery } from '../api';

/** Queries by the folders that they lie in, as they are listed: one's own first, then shared ones, then others'. */
export interface Folder {
  path: string;
  label: string;
  queries: SavedQuery[];
}

export function foldersOf(queries: SavedQuery[], me: string, words: string): Folder[] {
  const wanted = words.trim().toLowerCase();
  const folders = new Map<string, Folder>();
  for (const query of queries) {
    const text = `${query.display_name} ${query.description} ${query.parent_path} ${query.tags.join(' ')}`.toLowerCase();
    if (wanted === '' || text.includes(wanted)) {
      const folder = folders.get(query.parent_path) ?? { path: query.parent_path, label: labelOf(query.parent_path, me), queries: [] };
      folder.queries.push(query);
      folders.set(query.parent_path, folder);
    }
  }
  const all = [...folders.values()].sort((a, b) => rank(a.path, me) - rank(b.path, me) || a.path.localeCompare(b.path));
  all.forEach((folder) => folder.queries.sort((a, b) => b.update_time - a.update_time));
  return all;
}

export function homeOf(me: string): string {
  return `/Workspace/Users/${me}`;
}

export function labelOf(path: string, me: string): string {
  const home = homeOf(me);
  if (path === home) {
    return 'My queries';
  }
  return path.startsWith(`${home}/`) ? `My queries / ${path.slice(home.length + 1).replaceAll('/', ' / ')}` : path.replace(/^\/Workspace\/(Users\/)?/, '').replaceAll('/', ' / ');
}

function rank(path: string, me: string): number {
  return path.startsWith(homeOf(me)) ? 0 : path.startsWith('/Workspace/Shared') ? 1 : 2;
}
