import { csv, jsonLines } from './export-text';
import { fetchChunk, type ResultSource } from './result-source';
import { ResultStore, type Arrangement, type ColumnProfile, type ResultColumn, type ResultRow } from './result-store';
import type { WorkerRequest } from './result-worker';

type Question = WorkerRequest extends infer Each ? (Each extends { id: number } ? Omit<Each, 'id'> : never) : never;

const PAGE = 200;
const MOST_PAGES = 60;
const MOST_ASKED = 3;

/**
 * A result as a page looks at it: rows are there or come soon. Parsing, sorting and exporting happen in a worker, so that the page
 * never waits; pages of rows that were not looked at for long are forgotten.
 */
export class ResultReader {
  readonly columns: ResultColumn[];
  readonly total: number;
  readonly arrangeable: boolean;
  private readonly backend: Backend;
  private readonly listeners = new Set<() => void>();
  private pages = new Map<number, ResultRow[]>();
  private asked = new Set<number>();
  private wanted: number[] = [];
  private age = 0;
  private changes = 0;
  private count: number;
  private current: Arrangement = { filters: [] };
  private failure: string | undefined;

  constructor(source: ResultSource) {
    this.columns = source.columns;
    const last = source.chunks.at(-1);
    this.total = last ? last.from + last.rows : 0;
    this.count = this.total;
    this.arrangeable = new ResultStore(source.columns, source.chunks, () => Promise.resolve([])).arrangeable;
    this.backend = typeof Worker === 'undefined' ? new HereBackend(source) : new WorkerBackend(source);
  }

  /** Rows that are shown. */
  get length(): number {
    return this.count;
  }

  get arrangement(): Arrangement {
    return this.current;
  }

  get error(): string | undefined {
    return this.failure;
  }

  /** A row, if it is here; asks for it if not. */
  row(index: number): ResultRow | undefined {
    const page = Math.floor(index / PAGE);
    const rows = this.pages.get(page);
    if (!rows) {
      this.want(page);
    }
    return rows?.[index - page * PAGE];
  }

  async rows(from: number, to: number): Promise<ResultRow[]> {
    return (await this.backend.ask({ what: 'rows', from, to })) as ResultRow[];
  }

  async arrange(arrangement: Arrangement): Promise<void> {
    const count = (await this.backend.ask({ what: 'arrange', arrangement })) as number;
    this.current = arrangement;
    this.count = count;
    this.age++;
    this.pages = new Map();
    this.asked = new Set();
    this.changed();
  }

  profile(column: number): Promise<ColumnProfile> {
    return this.backend.ask({ what: 'profile', column }) as Promise<ColumnProfile>;
  }

  export(format: 'csv' | 'json'): Promise<Blob> {
    return this.backend.ask({ what: 'export', format }) as Promise<Blob>;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Grows whenever something that is shown may have changed. */
  version = (): number => this.changes;

  close(): void {
    this.backend.close();
    this.listeners.clear();
  }

  private want(page: number): void {
    if (this.asked.has(page)) {
      return;
    }
    // What one looks at now comes first; what was flown over meanwhile is not asked for at all.
    this.wanted = [page, ...this.wanted.filter((other) => other !== page)].slice(0, 4);
    queueMicrotask(() => this.work());
  }

  private work(): void {
    while (this.asked.size < MOST_ASKED && this.wanted.length > 0) {
      const page = this.wanted.shift();
      if (page !== undefined && !this.asked.has(page) && !this.pages.has(page)) {
        this.fetch(page);
      }
    }
  }

  private fetch(page: number): void {
    const age = this.age;
    this.asked.add(page);
    this.rows(page * PAGE, (page + 1) * PAGE).then(
      (rows) => {
        if (age === this.age) {
          this.pages.set(page, rows);
          this.forget();
          this.done(page);
        }
      },
      (error: unknown) => {
        if (age === this.age) {
          this.failure = error instanceof Error ? error.message : String(error);
          this.changed();
        }
      },
    );
  }

  private done(page: number): void {
    this.asked.delete(page);
    this.changed();
    this.work();
  }

  private forget(): void {
    for (const page of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) {
        return;
      }
      this.pages.delete(page);
    }
  }

  private changed(): void {
    this.changes++;
    this.listeners.forEach((listener) => listener());
  }
}

interface Backend {
  ask(question: Question): Promise<unknown>;
  close(): void;
}

class WorkerBackend implements Backend {
  private readonly worker = new Worker(new URL('./result-worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private next = 1;

  constructor(source: ResultSource) {
    this.worker.onmessage = (event: MessageEvent<{ id: number; value?: unknown; error?: string }>) => {
      const { id, value, error } = event.data;
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error === undefined) {
        waiting?.resolve(value);
      } else {
        waiting?.reject(new Error(error));
      }
    };
    void this.ask({ what: 'open', source });
  }

  ask(question: Question): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...question, id });
    });
  }

  close(): void {
    this.worker.terminate();
  }
}

/** The same without a worker, where there are none. */
class HereBackend implements Backend {
  private readonly store: ResultStore;

  constructor(source: ResultSource) {
    this.store = new ResultStore(source.columns, source.chunks, fetchChunk(source));
  }

  async ask(question: Question): Promise<unknown> {
    switch (question.what) {
      case 'rows':
        return this.store.rows(question.from, question.to);
      case 'arrange':
        return this.store.arrange(question.arrangement);
      case 'profile':
        return this.store.profile(question.column);
      case 'export':
        return this.store.export(question.format === 'csv' ? csv(this.store.columns) : jsonLines(this.store.columns));
      default:
        return undefined;
    }
  }

  close(): void {
    // nothing runs
  }
}
