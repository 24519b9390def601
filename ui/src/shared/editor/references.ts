import { tokens, type Token } from '../sql-text/lexer';
import { statementAt } from '../sql-text/script';

/** A table in a statement, with the name that columns are prefixed with. */
export interface TableReference {
  /** Parts of its name: table, schema and table, or all three. */
  name: string[];
  alias: string;
}

/** What is being written at the cursor. */
export interface Place {
  /** Parts before the last dot: `main.fl` has one, `main.flights.o` two. */
  path: string[];
  /** Where the part that is being written begins. */
  from: number;
  /** Whether a table belongs here: after FROM, JOIN, INTO and the like. */
  wantsTable: boolean;
  references: TableReference[];
}

const TABLE_WORDS = new Set(['FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE', 'VIEW', 'DESCRIBE', 'DESC', 'OVERWRITE', 'OPTIMIZE', 'VACUUM', 'USING']);
const NO_ALIAS = new Set(
  'WHERE GROUP ORDER HAVING LIMIT JOIN INNER LEFT RIGHT FULL CROSS ON USING UNION EXCEPT INTERSECT LATERAL WHEN SET VALUES SELECT PIVOT UNPIVOT WINDOW QUALIFY SEMI ANTI NATURAL TABLESAMPLE VERSION TIMESTAMP CLUSTER DISTRIBUTE SORT AS'.split(' '),
);

function plain(token: Token): string {
  return token.kind === 'name' ? token.text.slice(1, token.text.endsWith('`') && token.text.length > 1 ? -1 : undefined).replaceAll('``', '`') : token.text;
}

const named = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'name';

/** Reads the statement around the cursor as far as completion must. */
export function placeOf(sql: string, position: number): Place | undefined {
  const written = tokens(sql.slice(0, position)).at(-1);
  if (written && (written.kind === 'text' || written.kind === 'comment') && written.to === position) {
    return undefined;
  }
  const statement = statementAt(sql, position);
  const text = statement && position >= statement.from && position <= statement.to + 1 ? statement.text : '';
  const start = text ? (statement?.from ?? 0) : position;
  const all = tokens(text).filter((token) => token.kind !== 'comment');
  const own = tokens(sql.slice(start, position));
  const before = own.filter((token) => token.kind !== 'comment');
  const writing = named(before.at(-1)) && before.at(-1)?.to === position - start ? before.pop() : undefined;
  const path: string[] = [];
  while (before.at(-1)?.text === '.' && named(before.at(-2))) {
    before.pop();
    path.unshift(plain(before.pop() as Token));
  }
  const word = before.at(-1)?.text.toUpperCase() ?? '';
  return {
    path,
    from: writing ? start + writing.from : position,
    wantsTable: TABLE_WORDS.has(word) || (word === ',' && inTableList(before)),
    references: referencesOf(all),
  };
}

/** Whether a comma parts tables: the clause that it is in began with FROM. */
function inTableList(before: Token[]): boolean {
  for (let index = before.length - 1; index >= 0; index--) {
    const word = before[index]?.text.toUpperCase() ?? '';
    if (word === 'FROM') {
      return true;
    }
    if (word === '(' || word === 'SELECT' || (NO_ALIAS.has(word) && word !== 'AS')) {
      return false;
    }
  }
  return false;
}

/** All tables that a statement names, with their aliases. */
export function referencesOf(all: Token[]): TableReference[] {
  const found: TableReference[] = [];
  let listed = -1;
  for (let at = 0; at < all.length; at++) {
    const word = all[at]?.text.toUpperCase() ?? '';
    const begins = ['FROM', 'JOIN', 'INTO', 'UPDATE', 'USING'].includes(word);
    if (!begins && !(word === ',' && at === listed)) {
      continue;
    }
    const [reference, next] = read(all, at + 1);
    if (reference) {
      found.push(reference);
      // A comma right after a table of a FROM clause brings the next one.
      listed = next;
      at = next - 1;
    }
  }
  return found;
}

function read(all: Token[], from: number): [TableReference | undefined, number] {
  let at = from;
  const name: string[] = [];
  while (named(all[at]) && name.length < 3) {
    const token = all[at] as Token;
    if (name.length === 0 && token.kind === 'word' && NO_ALIAS.has(token.text.toUpperCase())) {
      return [undefined, at];
    }
    name.push(plain(token));
    at++;
    if (all[at]?.text !== '.') {
      break;
    }
    at++;
  }
  if (name.length === 0) {
    return [undefined, from];
  }
  if (all[at]?.text.toUpperCase() === 'AS') {
    at++;
  }
  const alias = all[at];
  if (named(alias) && !(alias.kind === 'word' && NO_ALIAS.has(alias.text.toUpperCase()))) {
    return [{ name, alias: plain(alias) }, at + 1];
  }
  return [{ name, alias: name.at(-1) ?? '' }, at];
}
