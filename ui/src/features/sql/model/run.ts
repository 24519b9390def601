import { ApiError } from '../../../shared/api/api-error';
import { request, send } from '../../../shared/api/client';
import type { StatementParameterListItem, StatementResponse } from '../../../shared/api/generated/sql';
import { chosenWorkspace } from '../../../shared/api/session-state';
import { ResultReader } from '../../../shared/results/result-reader';
import type { ResultSource } from '../../../shared/results/result-source';
import type { ResultRow } from '../../../shared/results/result-store';
import { parametersOf } from '../../../shared/sql-text/script';
import { createStore, type Store } from '../../../shared/state/store';
import { progressOf, type Progress } from '../api';

export type RunState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'skipped';

/** One statement of a script on its way, as it is seen now. */
export interface StatementRun {
  key: string;
  text: string;
  /** Where it begins in the editor's text; undefined for what the editor does not hold. */
  from?: number;
  state: RunState;
  statementId?: string;
  startedAt?: number;
  elapsed?: number;
  progress?: Progress;
  error?: { message: string; code: string; line?: number; column?: number };
  result?: ResultReader;
  truncated?: boolean;
  settings?: RunSettings;
}

/** What a press on Run began: statements one after the other. */
export interface ScriptRun {
  statements: StatementRun[];
  running: boolean;
}

export interface RunSettings {
  warehouse: string;
  catalog?: string;
  schema?: string;
  parameters: StatementParameterListItem[];
  rowLimit?: number;
}

type Follow = (text: string, settings: RunSettings) => RunSettings;

/** Quick statements are asked for soon, long ones not too often. */
const PAUSES = [20, 30, 50, 80, 120, 200, 250];
const LONG_PAUSE = 400;

/** Runs statements in order, and stops at the first that fails. Goes on when nobody looks. */
export class ScriptRunner {
  readonly store: Store<ScriptRun> = createStore<ScriptRun>({ statements: [], running: false });
  private turn = 0;

  /** @param follow told of each statement that succeeded: `USE` changes what the next ones see */
  async run(statements: { text: string; from?: number }[], settings: RunSettings, follow: Follow): Promise<void> {
    this.close();
    const turn = ++this.turn;
    this.store.set({
      running: true,
      statements: statements.map((statement, index) => ({ ...statement, key: `${turn}.${index}`, state: 'waiting' })),
    });
    let current = settings;
    for (const { key, text } of this.store.get().statements) {
      if (this.find(key)?.state !== 'waiting') {
        break;
      }
      const state = await this.one(key, text, current);
      if (turn !== this.turn) {
        return;
      }
      if (state !== 'succeeded') {
        this.skipRest();
        break;
      }
      current = follow(text, current);
    }
    this.store.set({ ...this.store.get(), running: false });
  }

  /** Runs a statement in place of another's result: the same query sorted, say, or with all its rows. */
  async again(key: string, text: string, settings: RunSettings): Promise<void> {
    const turn = this.turn;
    this.find(key)?.result?.close();
    this.store.set({ ...this.store.get(), running: true });
    await this.one(key, text, settings);
    if (turn === this.turn) {
      this.store.set({ ...this.store.get(), running: false });
    }
  }

  /** Stops what runs; what waits does not begin. */
  cancel(): void {
    const running = this.store.get().statements.find((run) => run.state === 'running');
    this.skipRest();
    if (running?.statementId) {
      void send('POST', `/api/2.0/sql/statements/${running.statementId}/cancel`, {}).catch(() => undefined);
    }
  }

  /** Frees results, and stops what runs. */
  close(): void {
    this.cancel();
    this.store.get().statements.forEach((run) => run.result?.close());
  }

  private async one(key: string, text: string, settings: RunSettings): Promise<RunState> {
    const startedAt = performance.now();
    this.update(key, { state: 'running', startedAt, settings, error: undefined, result: undefined, elapsed: undefined, progress: undefined, statementId: undefined });
    try {
      const id = (await submit(text, settings)).statement_id ?? '';
      this.update(key, { statementId: id });
      const progress = await this.await(key, id);
      if (progress.state !== 'SUCCEEDED') {
        return this.ended(key, startedAt, progress);
      }
      const answer = await send<StatementResponse>('GET', `/api/2.0/sql/statements/${id}`);
      this.update(key, {
        state: 'succeeded',
        elapsed: performance.now() - startedAt,
        progress,
        result: new ResultReader(sourceOf(answer)),
        truncated: answer.manifest?.truncated ?? false,
      });
      return 'succeeded';
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'ERROR';
      const message = error instanceof Error ? error.message : String(error);
      this.update(key, { state: 'failed', elapsed: performance.now() - startedAt, error: { message, code } });
      return 'failed';
    }
  }

  private ended(key: string, startedAt: number, progress: Progress): RunState {
    const state = progress.state === 'CANCELED' ? 'cancelled' : 'failed';
    const { message = 'The statement did not succeed.', error_code = progress.state, line, column } = progress.error ?? {};
    this.update(key, { state, elapsed: performance.now() - startedAt, progress, error: { message, code: error_code, line, column } });
    return state;
  }

  private async await(key: string, id: string): Promise<Progress> {
    for (let turn = 0; ; turn++) {
      await pause(PAUSES[turn] ?? LONG_PAUSE);
      const progress = await progressOf(id);
      if (progress.phase === 'DONE') {
        return progress;
      }
      if (turn > 2) {
        this.update(key, { progress });
      }
    }
  }

  private find(key: string): StatementRun | undefined {
    return this.store.get().statements.find((run) => run.key === key);
  }

  private skipRest(): void {
    const { statements, running } = this.store.get();
    this.store.set({ running, statements: statements.map((run) => (run.state === 'waiting' ? { ...run, state: 'skipped' } : run)) });
  }

  private update(key: string, change: Partial<StatementRun>): void {
    const { statements, running } = this.store.get();
    this.store.set({ running, statements: statements.map((run) => (run.key === key ? { ...run, ...change } : run)) });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

function bodyOf(text: string, settings: RunSettings) {
  const used = new Set(parametersOf(text));
  return {
    statement: text,
    warehouse_id: settings.warehouse,
    catalog: settings.catalog || undefined,
    schema: settings.schema || undefined,
    parameters: settings.parameters.filter((parameter) => used.has(parameter.name ?? '')),
  };
}

/** Small results come with the answer, others in files: the drivers' own disposition, which the SDK's types lack. */
async function submit(text: string, settings: RunSettings): Promise<StatementResponse> {
  return send<StatementResponse>('POST', '/api/2.0/sql/statements/', {
    ...bodyOf(text, settings),
    row_limit: settings.rowLimit,
    disposition: 'INLINE_OR_EXTERNAL_LINKS',
    format: 'JSON_ARRAY',
    wait_timeout: '0s',
    on_wait_timeout: 'CONTINUE',
  });
}

function sourceOf(answer: StatementResponse): ResultSource {
  const workspace = chosenWorkspace();
  return {
    statementId: answer.statement_id ?? '',
    columns: (answer.manifest?.schema?.columns ?? []).map((column) => ({
      name: column.name ?? '',
      type: column.type_text ?? column.type_name ?? '',
    })),
    chunks: (answer.manifest?.chunks ?? []).map((chunk) => ({
      index: chunk.chunk_index ?? 0,
      from: chunk.row_offset ?? 0,
      rows: chunk.row_count ?? 0,
    })),
    inline: answer.result?.data_array as ResultRow[] | undefined,
    headers: workspace ? { 'X-Databricks-Workspace-Id': workspace } : {},
  };
}

/** The result as Arrow streams, one a chunk: the statement runs once more, since a result is kept in one format. */
export async function arrowOf(text: string, settings: RunSettings): Promise<Uint8Array[]> {
  let answer = await send<StatementResponse>('POST', '/api/2.0/sql/statements', {
    ...bodyOf(text, settings),
    disposition: 'EXTERNAL_LINKS',
    format: 'ARROW_STREAM',
    wait_timeout: '30s',
  });
  while (answer.status?.state === 'PENDING' || answer.status?.state === 'RUNNING') {
    await pause(LONG_PAUSE);
    answer = await send<StatementResponse>('GET', `/api/2.0/sql/statements/${answer.statement_id}`);
  }
  if (answer.status?.state !== 'SUCCEEDED') {
    const { error_code = 'FAILED', message = 'The statement did not succeed.' } = answer.status?.error ?? {};
    throw new ApiError(400, error_code, message, undefined);
  }
  const streams: Uint8Array[] = [];
  for (const chunk of answer.manifest?.chunks ?? []) {
    const path = `/api/2.0/sql/statements/${answer.statement_id}/result/chunks/${chunk.chunk_index}`;
    const place = await send<{ external_links?: { external_link?: string }[] }>('GET', path);
    const link = new URL(place.external_links?.[0]?.external_link ?? '', window.location.origin);
    const response = await request('GET', link.pathname + link.search);
    streams.push(new Uint8Array(await response.arrayBuffer()));
  }
  return streams;
}
