/**
 * Reads SQL as far as an editor must: where statements end, what is text, comment or name. It follows Spark's lexer: `--` and nested
 * bracketed comments, '…' and "…" with backslash escapes and doubled quotes, raw strings, `…` names, $tag$…$tag$ texts.
 */
export type TokenKind = 'word' | 'name' | 'text' | 'number' | 'comment' | 'parameter' | 'symbol';

export interface Token {
  kind: TokenKind;
  from: number;
  to: number;
  text: string;
}

const WORD_START = /[\p{L}_]/u;
const WORD = /[\p{L}\p{N}_]/u;
const SPACE = /\s/;

/** All tokens of a text; white space is left out. */
export function tokens(sql: string): Token[] {
  const all: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    if (SPACE.test(sql.charAt(at))) {
      at++;
      continue;
    }
    const [kind, to] = next(sql, at);
    all.push({ kind, from: at, to, text: sql.slice(at, to) });
    at = to;
  }
  return all;
}

function next(sql: string, at: number): [TokenKind, number] {
  const char = sql.charAt(at);
  const two = sql.slice(at, at + 2);
  if (two === '--') {
    const end = sql.indexOf('\n', at);
    return ['comment', end < 0 ? sql.length : end];
  }
  if (two === '/*') {
    return ['comment', bracketed(sql, at)];
  }
  if (char === "'" || char === '"') {
    return ['text', quotedText(sql, at, char, true)];
  }
  if ((char === 'r' || char === 'R') && (sql.charAt(at + 1) === "'" || sql.charAt(at + 1) === '"')) {
    return ['text', quotedText(sql, at + 1, sql.charAt(at + 1), false)];
  }
  if (char === '`') {
    return ['name', quotedText(sql, at, '`', false)];
  }
  if (char === '$') {
    const tag = /^\$[\p{L}_]*\$/u.exec(sql.slice(at, at + 64))?.[0];
    if (tag) {
      const end = sql.indexOf(tag, at + tag.length);
      return ['text', end < 0 ? sql.length : end + tag.length];
    }
  }
  if (char === ':' && WORD_START.test(sql.charAt(at + 1)) && sql.charAt(at - 1) !== ':' && !followsValue(sql, at)) {
    return ['parameter', run(sql, at + 1, WORD)];
  }
  if (/[0-9]/.test(char)) {
    return ['number', run(sql, at, /[\p{L}\p{N}_.]/u)];
  }
  if (WORD_START.test(char)) {
    return ['word', run(sql, at, WORD)];
  }
  return ['symbol', at + 1];
}

/** `column:field` reads a field of a variant: a colon right after a name or a bracket begins no parameter. */
function followsValue(sql: string, at: number): boolean {
  return /[\p{L}\p{N}_`)\]]/u.test(sql.charAt(at - 1));
}

function run(sql: string, from: number, part: RegExp): number {
  let at = from;
  while (at < sql.length && part.test(sql.charAt(at))) {
    at++;
  }
  return at;
}

function quotedText(sql: string, from: number, quote: string, escapes: boolean): number {
  let at = from + 1;
  while (at < sql.length) {
    const char = sql.charAt(at);
    if (escapes && char === '\\') {
      at += 2;
    } else if (char === quote) {
      if (sql.charAt(at + 1) !== quote) {
        return at + 1;
      }
      at += 2;
    } else {
      at++;
    }
  }
  return sql.length;
}

function bracketed(sql: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < sql.length) {
    const two = sql.slice(at, at + 2);
    if (two === '/*') {
      depth++;
      at += 2;
    } else if (two === '*/') {
      depth--;
      at += 2;
      if (depth === 0) {
        return at;
      }
    } else {
      at++;
    }
  }
  return sql.length;
}
