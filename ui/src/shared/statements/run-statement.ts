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
  /** For statements that take their time: the answer comes at once, so that they can be cancelled from the beginning. */
  long?: boolean;
}

const PAUSE = 300;
/** SQLSTATE of what the reader's rights do not allow; the error's own code says only that the statement was bad. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Runs a statement on a warehouse to its end. For small results: previews, lists, commands.
 *
 * @throws ApiError with the engine's words when the statement fails
 */
export async function runStatement(statement: string, { warehouse, parameters, signal, long }: RunOptions): Promise<Result> {
  let response = await statementExecution.executeStatement(
    { statement, warehouse_id: warehouse, parameters, wait_timeout: long ? '0s' : '30s', disposition: 'INLINE', format: 'JSON_ARRAY' },
    { signal },
  );
  const id = response.statement_id ?? '';
  while (response.status?.state === 'PENDING' || response.status?.state === 'RUNNING') {
    if (signal?.aborted) {
      void statementExecution.cancelExecution({ statementId: id });
      throw new DOMException('The statement was cancelled.', 'AbortError');
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
    response = await statementExecution.getStatement({ statementId: id });
  }
  if (response.status?.state !== 'SUCCEEDED') {
    const { error, state, sql_state } = response.status ?? {};
    const code = sql_state === INSUFFICIENT_PRIVILEGE ? 'PERMISSION_DENIED' : (error?.error_code ?? state ?? 'FAILED');
    throw new ApiError(400, code, error?.message ?? 'The statement did not succeed.', id);
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
