import { readStored, writeStored } from '../../../shared/preferences/stored';
import { createStore, type Store } from '../../../shared/state/store';
import type { ChartChoice } from '../../../shared/chart/choice';
import { ScriptRunner } from './run';

/** What is bound to a `:name`. */
export interface ParameterValue {
  type: string;
  value: string;
}

/** A tab of the editor: its text and everything that it runs with. Survives reload. */
export interface EditorTab {
  id: string;
  title: string;
  text: string;
  warehouse?: string;
  catalog?: string;
  schema?: string;
  parameters: Record<string, ParameterValue>;
  chart?: ChartChoice;
  /** The saved query that it shows. */
  query?: { id: string; etag: string; savedText: string; folder: string; level: string };
  /** Grows when the text was replaced from outside the editor. */
  revision?: number;
}

export interface Tabs {
  tabs: EditorTab[];
  active: string;
}

const runners = new Map<string, ScriptRunner>();

/** Runs belong to tabs, and go on when another page is open. */
export function runnerOf(tabId: string): ScriptRunner {
  const known = runners.get(tabId) ?? new ScriptRunner();
  runners.set(tabId, known);
  return known;
}

function newId(): string {
  return Math.random().toString(36).slice(2, 10);
}

/** The tabs of one user in one workspace. */
export class TabsModel {
  readonly store: Store<Tabs>;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pending: { id: string; text: string } | undefined;

  constructor(private readonly key: string) {
    const stored = readStored<Tabs>(key, { tabs: [], active: '' });
    this.store = createStore(stored.tabs.length > 0 ? stored : blank());
  }

  active(): EditorTab {
    const { tabs, active } = this.store.get();
    return tabs.find((tab) => tab.id === active) ?? (tabs[0] as EditorTab);
  }

  open(wanted: Partial<EditorTab>): EditorTab {
    this.flush();
    const { tabs } = this.store.get();
    const like = this.active();
    const unused = tabs.length === 1 && like.text === '' && !like.query ? like.id : undefined;
    const tab: EditorTab = {
      id: newId(),
      title: unused && wanted.text !== undefined ? like.title : untitled(tabs),
      text: '',
      warehouse: like.warehouse,
      catalog: like.catalog,
      schema: like.schema,
      parameters: {},
      ...wanted,
    };
    const kept = wanted.text === undefined ? tabs : tabs.filter((other) => other.id !== unused);
    this.change({ tabs: [...kept, tab], active: tab.id });
    return tab;
  }

  activate(id: string): void {
    this.flush();
    this.change({ ...this.store.get(), active: id });
  }

  close(id: string): void {
    this.flush();
    const { tabs, active } = this.store.get();
    const index = tabs.findIndex((tab) => tab.id === id);
    const left = tabs.filter((tab) => tab.id !== id);
    runners.get(id)?.close();
    runners.delete(id);
    if (left.length === 0) {
      this.change(blank());
      return;
    }
    this.change({ tabs: left, active: active === id ? (left[Math.min(index, left.length - 1)]?.id ?? '') : active });
  }

  update(id: string, change: Partial<EditorTab>): void {
    const { tabs, active } = this.store.get();
    this.change({ active, tabs: tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)) });
  }

  /** Keeps what is typed; a moment later, so that typing costs nothing. */
  type(id: string, text: string): void {
    this.pending = { id, text };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 300);
  }

  private flush(): void {
    clearTimeout(this.timer);
    const pending = this.pending;
    this.pending = undefined;
    if (pending) {
      this.update(pending.id, { text: pending.text });
    }
  }

  private change(next: Tabs): void {
    this.store.set(next);
    writeStored(this.key, next);
  }
}

function blank(): Tabs {
  const id = newId();
  return { tabs: [{ id, title: 'Untitled 1', text: '', parameters: {} }], active: id };
}

function untitled(tabs: EditorTab[]): string {
  const numbers = tabs.map((tab) => Number(/^Untitled (\d+)$/.exec(tab.title)?.[1] ?? 0));
  return `Untitled ${Math.max(0, ...numbers) + 1}`;
}

const models = new Map<string, TabsModel>();

export function tabsOf(session: { user_id: string; workspace_id: string }): TabsModel {
  const key = `editor.${session.workspace_id}.${session.user_id}`;
  const known = models.get(key) ?? new TabsModel(key);
  models.set(key, known);
  return known;
}
