import { tokens, type Token } from './lexer';

/** One statement of a script: its text, and where it is. */
export interface ScriptStatement {
  text: string;
  from: number;
  to: number;
}

const OPENING = new Set(['BEGIN', 'CASE']);
const BLOCKS = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR']);

/**
 * The statements of a script, split at semicolons that are no part of a text, a comment, a name or a BEGIN … END block. What has
 * nothing but comments is no statement.
 */
export function statementsOf(sql: string): ScriptStatement[] {
  const all: ScriptStatement[] = [];
  let own: Token[] = [];
  const finish = () => {
    const first = own.find((token) => token.kind !== 'comment');
    const last = own.at(-1);
    if (first && last) {
      const from = own[0]?.from ?? first.from;
      all.push({ text: sql.slice(from, last.to), from, to: last.to });
    }
    own = [];
  };
  let depth = 0;
  let compound = false;
  for (const token of tokens(sql)) {
    if (token.kind === 'symbol' && token.text === ';' && depth === 0) {
      finish();
      compound = false;
      continue;
    }
    if (token.kind === 'word') {
      const words = own.filter((other) => other.kind !== 'comment');
      const word = token.text.toUpperCase();
      const previous = words.at(-1)?.text.toUpperCase();
      if (words.length === 0 && word === 'BEGIN') {
        compound = true;
      }
      depth = Math.max(0, depth + step(word, previous, compound, depth));
    }
    own.push(token);
  }
  finish();
  return all;
}

/** How deep a word leads: into a block, out of it, or neither. */
function step(word: string, previous: string | undefined, compound: boolean, depth: number): number {
  if (previous === 'END' && (BLOCKS.has(word) || word === 'CASE')) {
    return 0;
  }
  if (word === 'CASE') {
    return 1;
  }
  if (word === 'END') {
    return depth > 0 ? -1 : 0;
  }
  if (!compound) {
    return 0;
  }
  if (OPENING.has(word)) {
    return 1;
  }
  // Within a block these begin one of their own; `IF NOT EXISTS`, `DROP … IF EXISTS` do not.
  const begins = previous === undefined || [';', 'BEGIN', 'THEN', 'ELSE', 'DO', 'LOOP', 'REPEAT', ':'].includes(previous);
  return BLOCKS.has(word) && begins ? 1 : 0;
}

/** The statement that the cursor is in: the one around it, else the last before it on the same line, else the next. */
export function statementAt(sql: string, position: number): ScriptStatement | undefined {
  const all = statementsOf(sql);
  const around = all.find((statement) => position >= statement.from && position <= statement.to + 1);
  if (around) {
    return around;
  }
  const before = all.findLast((statement) => statement.to < position);
  if (before && !sql.slice(before.to, position).includes('\n')) {
    return before;
  }
  return all.find((statement) => statement.from > position) ?? all.at(-1);
}

/** Names of the `:name` parameters of a text, in the order in which they occur first. */
export function parametersOf(sql: string): string[] {
  const names = tokens(sql)
    .filter((token) => token.kind === 'parameter')
    .map((token) => token.text.slice(1));
  return [...new Set(names)];
}

const READING = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE', '(']);

/** Whether a statement only reads rows, so that it may be run again, sorted or counted. */
export function isQuery(sql: string): boolean {
  const words = tokens(sql).filter((token) => token.kind !== 'comment');
  const first = words[0]?.text.toUpperCase() ?? '';
  return READING.has(first) && !words.some((token) => token.kind === 'word' && token.text.toUpperCase() === 'INSERT');
}

/** What a `USE` statement makes current. */
export function usedNames(sql: string): { catalog?: string; schema?: string } | undefined {
  const words = tokens(sql)
    .filter((token) => token.kind !== 'comment' && token.text !== ';')
    .map((token) => (token.kind === 'name' ? token.text.slice(1, -1).replaceAll('``', '`') : token.text));
  if (words[0]?.toUpperCase() !== 'USE') {
    return undefined;
  }
  const kind = words[1]?.toUpperCase() ?? '';
  const names = words.slice(['CATALOG', 'SCHEMA', 'DATABASE', 'NAMESPACE'].includes(kind) && words.length > 2 ? 2 : 1).filter((word) => word !== '.');
  if (kind === 'CATALOG' && names.length === 1) {
    return { catalog: names[0] };
  }
  return names.length === 2 ? { catalog: names[0], schema: names[1] } : names.length === 1 ? { schema: names[0] } : undefined;
}

/** A place in a statement, as one in the script that it was cut from. Lines and columns begin at 1. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let skipped = 1; skipped < line; skipped++) {
    const end = text.indexOf('\n', at);
    if (end < 0) {
      return text.length;
    }
    at = end + 1;
  }
  return Math.min(text.length, at + column - 1);
}
