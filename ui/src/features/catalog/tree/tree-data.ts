import { InfiniteQueryObserver, QueryObserver, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FunctionInfo, SchemaInfo, TableInfo, VolumeInfo } from '../../../shared/api/generated/catalog';
import { catalogsQuery, functionPages, schemaPages, tablePages, volumePages } from '../api';
import { ROOT, type ChildObject, type Children } from '../model/tree-nodes';

interface AnyPage {
  schemas?: SchemaInfo[];
  tables?: TableInfo[];
  volumes?: VolumeInfo[];
  functions?: FunctionInfo[];
  next_page_token?: string;
}

function pagesOf(parent: string) {
  const [name = '', group] = parent.split('/');
  switch (group) {
    case 'tables':
      return tablePages(name);
    case 'volumes':
      return volumePages(name);
    case 'functions':
      return functionPages(name);
    default:
      return schemaPages(name);
  }
}

function objects(page: AnyPage): ChildObject[] {
  return [
    ...(page.schemas ?? []).map((item) => named('schema', item)),
    ...(page.tables ?? []).map((item) => named(item.table_type?.includes('VIEW') ? 'view' : 'table', item)),
    ...(page.volumes ?? []).map((item) => named('volume', item)),
    ...(page.functions ?? []).map((item) => named('function', item)),
  ];
}

function named(kind: ChildObject['kind'], item: { name?: string; full_name?: string }): ChildObject {
  return { kind, name: item.name ?? '', fullName: item.full_name ?? '' };
}

type Listener = () => void;
type Pages = InfiniteQueryObserver<AnyPage, Error, InfiniteData<AnyPage>, readonly unknown[], string | undefined>;

/** Watches the pages of every open place, and makes lines of them. */
class TreeLoader {
  private readonly places = new Map<string, { observer: Pages; stop: () => void; children: Children }>();
  private readonly listeners = new Set<Listener>();
  private catalogs: Children = { objects: [], hasMore: false, loading: true };
  private stopCatalogs: Listener | undefined;
  private frame = 0;
  version = 0;

  constructor(private readonly queries: QueryClient) {}

  readonly subscribe = (listener: Listener): Listener => {
    if (this.listeners.size === 0) {
      this.watchCatalogs();
    }
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.stopAll();
      }
    };
  };

  readonly children = (parent: string): Children | undefined =>
    parent === ROOT ? this.catalogs : this.places.get(parent)?.children;

  /** Loads the next page of a place, or its first once more if that failed. */
  readonly load = (parent: string): void => {
    const place = this.places.get(parent);
    if (!place) {
      void this.queries.refetchQueries({ queryKey: catalogsQuery.queryKey });
    } else if (place.children.error) {
      void place.observer.refetch();
    } else if (place.children.hasMore && !place.children.loading) {
      void place.observer.fetchNextPage();
    }
  };

  /** Watches exactly these places. */
  watch(open: readonly string[]): void {
    for (const [parent, place] of this.places) {
      if (!open.includes(parent)) {
        place.stop();
        this.places.delete(parent);
      }
    }
    open.filter((parent) => !this.places.has(parent)).forEach((parent) => this.add(parent));
  }

  private add(parent: string): void {
    const observer = new InfiniteQueryObserver(this.queries, pagesOf(parent)) as unknown as Pages;
    const place = { observer, stop: () => undefined as void, children: childrenOf(observer) };
    this.places.set(parent, place);
    place.stop = observer.subscribe(() => {
      place.children = childrenOf(observer);
      this.changed();
    });
    place.children = childrenOf(observer);
    this.changed();
  }

  private watchCatalogs(): void {
    const observer = new QueryObserver(this.queries, catalogsQuery);
    const read = () => {
      const { data, error, isFetching } = observer.getCurrentResult();
      const objects = (data ?? []).map((catalog) => named('catalog', { name: catalog.name, full_name: catalog.name }));
      this.catalogs = { objects, hasMore: false, loading: !data && isFetching, error: data ? undefined : error };
      this.changed();
    };
    this.stopCatalogs = observer.subscribe(read);
    read();
  }

  private stopAll(): void {
    this.stopCatalogs?.();
    this.watch([]);
  }

  /** At most once per frame: a page of 200 lines is one drawing. */
  private changed(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.version++;
      this.listeners.forEach((listener) => listener());
    });
  }
}

function childrenOf(observer: Pages): Children {
  const { data, error, hasNextPage, isFetchingNextPage, isPending } = observer.getCurrentResult();
  return {
    objects: data?.pages.flatMap(objects) ?? [],
    hasMore: hasNextPage,
    loading: isPending || isFetchingNextPage,
    error: data ? undefined : error,
  };
}

interface TreeData {
  /** Changes with what is known. */
  version: number;
  children: (parent: string) => Children | undefined;
  load: (parent: string) => void;
}

/** The catalog as the tree needs it: the first page of each open place, more as one scrolls. */
export function useTreeData(expanded: ReadonlySet<string>): TreeData {
  const queries = useQueryClient();
  const [loader] = useState(() => new TreeLoader(queries));
  const version = useSyncExternalStore(loader.subscribe, () => loader.version);
  useEffect(() => loader.watch([...expanded].filter(hasPages)), [loader, expanded]);
  return { version, children: loader.children, load: loader.load };
}

/** A schema itself has groups, not pages. */
function hasPages(parent: string): boolean {
  return parent.includes('/') || !parent.includes('.');
}
