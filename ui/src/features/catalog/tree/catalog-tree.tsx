import { useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { KindIcon } from '../../../shared/navigation/kind-icon';
import { objectPath } from '../../../shared/navigation/paths';
import { useStored } from '../../../shared/preferences/stored';
import { classes } from '../../../shared/ui/classes';
import { groupKey, parentIndex, treeNodes, type TreeNode } from '../model/tree-nodes';
import { useTreeData } from './tree-data';

const LINE = 28;
const NOTHING: string[] = [];

/** The places above a page: they are open when one comes to it. */
function placesAbove(current: string | undefined, kind: string | undefined): string[] {
  const [catalog, schema, object] = current?.split('.') ?? [];
  const group = kind === 'volume' ? 'volumes' : kind === 'function' ? 'functions' : 'tables';
  const above = [];
  if (catalog) {
    above.push(catalog);
  }
  if (catalog && schema) {
    above.push(`${catalog}.${schema}`, groupKey(`${catalog}.${schema}`, object ? group : 'tables'));
  }
  return above;
}

interface CatalogTreeProps {
  /** Full name and kind of the object whose page is shown. */
  current?: string;
  currentKind?: string;
}

/** Catalogs, schemas and what is in them; the keyboard moves as in every tree (WAI-ARIA's tree view pattern). */
export function CatalogTree({ current, currentKind }: CatalogTreeProps) {
  const [stored, store] = useStored('catalog.expanded', NOTHING);
  const expanded = useMemo(() => new Set(stored), [stored]);
  const { version, children, load } = useTreeData(expanded);
  // What is known changes with the version, under the same functions.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const nodes = useMemo(() => treeNodes(expanded, children), [expanded, children, version]);
  const [active, setActive] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();

  useEffect(() => {
    const missing = placesAbove(current, currentKind).filter((place) => !expanded.has(place));
    if (missing.length > 0) {
      store([...expanded, ...missing]);
    }
    // Only when the page changes: what one folds stays folded.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current, currentKind]);

  // The rows are drawn by this component alone.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (index) => nodes[index]?.key ?? index,
    overscan: 12,
  });
  const lines = virtual.getVirtualItems();
  useEffect(() => {
    for (const line of lines) {
      const node = nodes[line.index];
      if (node?.type === 'more' && !node.loading) {
        load(node.parent);
      }
    }
  }, [lines, nodes, load]);

  const toggle = (node: TreeNode) => {
    const key = node.type === 'object' ? node.fullName : node.key;
    const next = new Set(expanded);
    if (next.has(key)) {
      next.delete(key);
    } else {
      next.add(key);
      if (node.type === 'object' && node.kind === 'schema') {
        next.add(groupKey(key, 'tables'));
      }
    }
    store([...next]);
  };
  const open = (node: TreeNode) => {
    if (node.type === 'object') {
      void navigate({ to: objectPath(node.kind, node.fullName) });
    } else if (node.type === 'group') {
      toggle(node);
    } else if (node.type === 'error') {
      load(node.parent);
    }
  };

  const at = Math.max(
    0,
    nodes.findIndex((node) => node.key === active),
  );
  const focus = (index: number) => {
    const node = nodes[Math.max(0, Math.min(nodes.length - 1, index))];
    if (node) {
      setActive(node.key);
      virtual.scrollToIndex(nodes.indexOf(node), { align: 'auto' });
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const node = nodes[at];
    const canOpen = node && (node.type === 'group' || (node.type === 'object' && node.expandable));
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(active === undefined ? 0 : at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(nodes.length - 1),
      ArrowRight: () => (canOpen && !node.expanded ? toggle(node) : canOpen ? focus(at + 1) : undefined),
      ArrowLeft: () => (canOpen && node.expanded ? toggle(node) : focus(parentIndex(nodes, at))),
      Enter: () => (node ? open(node) : undefined),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Catalogs"
      tabIndex={0}
      aria-activedescendant={active ? lineId(active) : undefined}
      onKeyDown={onKey}
      onFocus={() => (active === undefined && nodes[0] ? setActive(nodes[0].key) : undefined)}
      className="group/tree min-h-0 flex-1 overflow-auto px-1.5 pb-3 -outline-offset-2"
    >
      <div className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {lines.map((line) => {
          const node = nodes[line.index];
          return node ? (
            <TreeLine
              key={line.key}
              node={node}
              top={line.start}
              position={line.index}
              selected={node.type === 'object' && node.fullName === current}
              active={node.key === active}
              onToggle={() => toggle(node)}
              onOpen={() => {
                setActive(node.key);
                open(node);
              }}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

function lineId(key: string): string {
  return `tree-${key.replace(/[^A-Za-z0-9_-]/g, '_')}`;
}

interface TreeLineProps {
  node: TreeNode;
  top: number;
  position: number;
  selected: boolean;
  active: boolean;
  onToggle: () => void;
  onOpen: () => void;
}

/* Lines take clicks; keys arrive at the tree, which has the focus for all of them. */
/* eslint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */
function TreeLine({ node, top, position, selected, active, onToggle, onOpen }: TreeLineProps) {
  const expandable = node.type === 'group' || (node.type === 'object' && node.expandable);
  const expanded = (node.type === 'group' || node.type === 'object') && node.expanded;
  const Chevron = expanded ? ChevronDown : ChevronRight;
  return (
    <div
      id={lineId(node.key)}
      role="treeitem"
      aria-level={node.depth + 1}
      aria-posinset={position + 1}
      aria-setsize={-1}
      aria-selected={selected}
      aria-expanded={expandable ? expanded : undefined}
      onClick={onOpen}
      style={{ top, height: LINE, paddingLeft: 4 + node.depth * 14 }}
      className={classes(
        'absolute inset-x-0 flex cursor-pointer items-center gap-1 rounded-sm pr-2 select-none',
        selected ? 'bg-selected text-accent font-medium' : 'hover:bg-hover',
        active && 'group-focus-visible/tree:outline-accent group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2',
      )}
    >
      {expandable ? (
        <span
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
          className="text-ink-faint hover:text-ink flex size-5 shrink-0 items-center justify-center"
        >
          <Chevron className="size-3.5" />
        </span>
      ) : (
        <span className="w-5 shrink-0" />
      )}
      <LineText node={node} />
    </div>
  );
}

function LineText({ node }: { node: TreeNode }) {
  switch (node.type) {
    case 'object':
      return (
        <>
          <KindIcon kind={node.kind} className={classes('size-3.5 shrink-0', node.expandable ? 'text-accent' : 'text-ink-faint')} />
          <bdi className="min-w-0 truncate pl-1" title={node.fullName}>
            {node.name}
          </bdi>
        </>
      );
    case 'group':
      return <span className="text-ink-soft text-sm">{node.label}</span>;
    case 'more':
      return <span className="text-ink-faint late text-sm">Loading …</span>;
    case 'empty':
      return <span className="text-ink-faint text-sm italic">{node.text}</span>;
    case 'error':
      return (
        <span className="text-danger truncate text-sm" title={node.error instanceof Error ? node.error.message : ''}>
          Could not be loaded. Try again
        </span>
      );
  }
}
