import { count, duration } from '../../../shared/display/numbers';
import { quoted } from '../../../shared/navigation/paths';
import type { StatementRun } from './run';

/** The first words of a statement, for lists. */
export function firstLine(text: string, length = 48): string {
  const plain = text
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/--.*$/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = plain || text.trim();
  return words.length > length ? `${words.slice(0, length)}…` : words;
}

/** How a statement went, in a few words. */
export function outcome(run: StatementRun): string {
  switch (run.state) {
    case 'succeeded': {
      const rows = run.result?.total ?? 0;
      const what = run.result && run.result.columns.length > 0 ? `${count(rows)} ${rows === 1 ? 'row' : 'rows'}` : 'Done';
      return `${what} in ${duration(run.elapsed ?? 0)}`;
    }
    case 'failed':
      return `Failed after ${duration(run.elapsed ?? 0)}`;
    case 'cancelled':
      return `Cancelled after ${duration(run.elapsed ?? 0)}`;
    case 'skipped':
      return 'Not run';
    case 'waiting':
      return 'Waits';
    default:
      return 'Running';
  }
}

/** The same query with its rows in another order. */
export function sorted(text: string, column: string, descending: boolean): string {
  return `SELECT * FROM (\n${text.trim().replace(/;+\s*$/, '')}\n) ORDER BY ${quoted(column)}${descending ? ' DESC NULLS LAST' : ' NULLS LAST'}`;
}
