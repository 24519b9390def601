import type { ChunkPlace, FetchChunk, ResultColumn, ResultRow } from './result-store';

/** Where the rows of a result are; can be sent to a worker. */
export interface ResultSource {
  statementId: string;
  columns: ResultColumn[];
  chunks: ChunkPlace[];
  /** Rows that came with the answer. */
  inline?: ResultRow[];
  /** What every request of this page carries. */
  headers: Record<string, string>;
}

interface ChunkAnswer {
  data_array?: ResultRow[];
  external_links?: { external_link?: string }[];
}

/** Gets chunks from the server: their values, or the file behind their signed link. */
export function fetchChunk(source: ResultSource): FetchChunk {
  return async (index) => {
    if (source.inline && index === 0) {
      return source.inline;
    }
    const path = `/api/2.0/sql/statements/${source.statementId}/result/chunks/${index}`;
    const answer = (await get(path, source.headers)) as ChunkAnswer;
    if (answer.data_array) {
      return answer.data_array;
    }
    const link = answer.external_links?.[0]?.external_link;
    if (!link) {
      return [];
    }
    return (await get(sameOrigin(link), {})) as ResultRow[];
  };
}

/** Links name the server as it was addressed; the page reaches it under its own origin, and may reach no other. */
export function sameOrigin(link: string): string {
  const url = new URL(link, self.location.origin);
  return url.pathname + url.search;
}

async function get(path: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(path, { headers: { Accept: 'application/json', ...headers }, credentials: 'same-origin' });
  if (!response.ok) {
    const body = (await response.json().catch(() => ({}))) as { message?: string };
    throw new Error(body.message ?? `The server answered ${response.status}.`);
  }
  return response.json();
}
