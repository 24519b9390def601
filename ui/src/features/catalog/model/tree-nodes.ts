import type { ObjectKind } from '../../../shared/navigation/paths';

/** A line of the tree: an object, a group of objects of one kind, or what stands for lines that are not there. */
export type TreeNode =
  | { type: 'object'; key: string; depth: number; kind: ObjectKind; name: string; fullName: string; expandable: boolean; expanded: boolean }
  | { type: 'group'; key: string; depth: number; label: string; expanded: boolean }
  | { type: 'more'; key: string; depth: number; parent: string; loading: boolean }
  | { type: 'empty'; key: string; depth: number; text: string }
  | { type: 'error'; key: string; depth: number; parent: string; error: unknown };

export interface ChildObject {
  kind: ObjectKind;
  name: string;
  fullName: string;
}

/** What is known of the children of one place. */
export interface Children {
  objects: readonly ChildObject[];
  hasMore: boolean;
  loading: boolean;
  error?: unknown;
}

export const ROOT = '';
export const GROUPS = [
  { id: 'tables', label: 'Tables', none: 'No tables' },
  { id: 'volumes', label: 'Volumes', none: 'No volumes' },
  { id: 'functions', label: 'Functions', none: 'No functions' },
] as const;

/** The key under which a group of a schema is expanded and loaded: `main.travel/tables`. */
export function groupKey(schema: string, group: string): string {
  return `${schema}/${group}`;
}

/** The lines to draw, from what is expanded and what is known. */
export function treeNodes(expanded: ReadonlySet<string>, children: (parent: string) => Children | undefined): TreeNode[] {
  const nodes: TreeNode[] = [];
  addObjects(nodes, ROOT, 0, 'No catalogs', expanded, children);
  return nodes;
}

function addObjects(
  nodes: TreeNode[],
  parent: string,
  depth: number,
  none: string,
  expanded: ReadonlySet<string>,
  children: (parent: string) => Children | undefined,
): void {
  const known = children(parent);
  for (const object of known?.objects ?? []) {
    const expandable = object.kind === 'catalog' || object.kind === 'schema';
    const open = expandable && expanded.has(object.fullName);
    nodes.push({ type: 'object', key: `${object.kind} ${object.fullName}`, depth, ...object, expandable, expanded: open });
    if (open && object.kind === 'catalog') {
      addObjects(nodes, object.fullName, depth + 1, 'No schemas', expanded, children);
    } else if (open) {
      addGroups(nodes, object.fullName, depth + 1, expanded, children);
    }
  }
  if (known?.error) {
    nodes.push({ type: 'error', key: `error ${parent}`, depth, parent, error: known.error });
  } else if (!known || known.hasMore || known.loading) {
    nodes.push({ type: 'more', key: `more ${parent}`, depth, parent, loading: known?.loading ?? true });
  } else if (known.objects.length === 0) {
    nodes.push({ type: 'empty', key: `empty ${parent}`, depth, text: none });
  }
}

function addGroups(
  nodes: TreeNode[],
  schema: string,
  depth: number,
  expanded: ReadonlySet<string>,
  children: (parent: string) => Children | undefined,
): void {
  for (const group of GROUPS) {
    const key = groupKey(schema, group.id);
    const open = expanded.has(key);
    nodes.push({ type: 'group', key, depth, label: group.label, expanded: open });
    if (open) {
      addObjects(nodes, key, depth + 1, group.none, expanded, children);
    }
  }
}

/** Where the left arrow goes: the line that the one at `index` lies below. */
export function parentIndex(nodes: readonly TreeNode[], index: number): number {
  const depth = nodes[index]?.depth ?? 0;
  for (let above = index - 1; above >= 0; above--) {
    if ((nodes[above]?.depth ?? 0) < depth) {
      return above;
    }
  }
  return index;
}
