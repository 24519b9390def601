import { csv, jsonLines } from './export-text';
import { fetchChunk, type ResultSource } from './result-source';
import { ResultStore, type Arrangement } from './result-store';

/** What the page asks of the worker; answers carry the same id. */
export type WorkerRequest =
  | { id: number; what: 'open'; source: ResultSource }
  | { id: number; what: 'rows'; from: number; to: number }
  | { id: number; what: 'arrange'; arrangement: Arrangement }
  | { id: number; what: 'profile'; column: number }
  | { id: number; what: 'export'; format: 'csv' | 'json' };

let store: ResultStore | undefined;

async function answer(request: WorkerRequest): Promise<unknown> {
  if (request.what === 'open') {
    const source = request.source;
    store = new ResultStore(source.columns, source.chunks, fetchChunk(source));
    return undefined;
  }
  if (!store) {
    throw new Error('No result was opened.');
  }
  switch (request.what) {
    case 'rows':
      return store.rows(request.from, request.to);
    case 'arrange':
      return store.arrange(request.arrangement);
    case 'profile':
      return store.profile(request.column);
    case 'export':
      return store.export(request.format === 'csv' ? csv(store.columns) : jsonLines(store.columns));
  }
}

self.onmessage = (event: MessageEvent<WorkerRequest>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => self.postMessage({ id, value }),
    (error: unknown) => self.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
};
