import { statementExecution, type StatementParameterListItem, type StatementResponse } from '../api/generated/sql';
import { ApiError } from '../api/api-error';

export interface ResultColumn {
  name: string;
  /** Such as `DECIMAL(10,2)`. */
  type: string;
}

/** A small result, whole: every value as the text that the server made of it, null for NULL. */
export interface Result {
  columns: ResultColumn[];
  rows: (string | null)[][];
}

interface RunOptions {
  warehouse: string;
  parameters?: StatementParameterListItem[];
  signal?: AbortSignal;
}

const PAUSE = 300;

/**
 * Runs a statement on a warehouse to its end. For small results: previews, lists, commands.
 *
 * @throws ApiError with the engine's words when the statement fails
 */
export async function runStatement(statement: string, { warehouse, parameters, signal }: RunOptions): Promise<Result> {
  let response = await statementExecution.executeStatement(
    { statement, warehouse_id: warehouse, parameters, wait_timeout: '30s', disposition: 'INLINE', format: 'JSON_ARRAY' },
    { signal },
  );
  const id = response.statement_id ?? '';
  while (response.status?.state === 'PENDING' || response.status?.state === 'RUNNING') {
    if (signal?.aborted) {
      void statementExecution.cancelExecution({ statementId: id });
      throw new DOMException('The statement was cancelled.', 'AbortError');
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
    response = await statementExecution.getStatement({ statementId: id }, { signal });
  }
  if (response.status?.state !== 'SUCCEEDED') {
    const error = response.status?.error;
    throw new ApiError(400, error?.error_code ?? response.status?.state ?? 'FAILED', error?.message ?? 'The statement did not succeed.', id);
  }
  return { columns: columns(response), rows: await rows(response, id, signal) };
}

function columns(response: StatementResponse): ResultColumn[] {
  return (response.manifest?.schema?.columns ?? []).map((column) => ({
    name: column.name ?? '',
    type: column.type_text ?? column.type_name ?? '',
  }));
}

async function rows(response: StatementResponse, id: string, signal?: AbortSignal): Promise<(string | null)[][]> {
  const all: (string | null)[][] = [];
  let chunk = response.result;
  for (;;) {
    all.push(...((chunk?.data_array ?? []) as (string | null)[][]));
    const next = chunk?.next_chunk_index;
    if (next === undefined || next === null) {
      return all;
    }
    chunk = await statementExecution.getStatementResultChunkN({ statementId: id, chunkIndex: next }, { signal });
  }
}
