import { isNumeric, type ResultColumn, type ResultRow } from '../results/result-store';

export type ChartKind = 'bar' | 'line' | 'area' | 'point' | 'pie';
export type Aggregate = 'sum' | 'mean' | 'min' | 'max' | 'count' | 'none';

/** How a result is drawn; columns by name, so that a choice outlives a change of the query. */
export interface ChartChoice {
  kind: ChartKind;
  x?: string;
  y?: string;
  colour?: string;
  aggregate: Aggregate;
}

export interface Mark {
  x: string | number;
  y: number;
  colour?: string;
}

interface Group {
  mark: Mark;
  sum: number;
  count: number;
  min: number;
  max: number;
}

export const MOST_MARKS = 5_000;
const MOST_COLOURS = 20;

const isTime = (type: string) => /^(DATE|TIMESTAMP)/i.test(type);
const isIdentifier = (name: string) => /(^|_)(id|key|code|zip|year|number|num)$/i.test(name);

export function axisKind(column: ResultColumn | undefined): 'temporal' | 'quantitative' | 'nominal' {
  return !column ? 'nominal' : isTime(column.type) ? 'temporal' : isNumeric(column.type) ? 'quantitative' : 'nominal';
}

/** What most people would draw: time along the bottom as a line, else names as bars, else two numbers as points. */
export function defaultChoice(columns: ResultColumn[]): ChartChoice {
  const time = columns.find((column) => isTime(column.type));
  const names = columns.filter((column) => !isNumeric(column.type) && !isTime(column.type));
  const numbers = columns.filter((column) => isNumeric(column.type));
  const measure = numbers.find((column) => !isIdentifier(column.name)) ?? numbers.at(-1);
  if (time) {
    return { kind: 'line', x: time.name, y: measure?.name, colour: names[0]?.name, aggregate: measure ? 'sum' : 'count' };
  }
  if (names[0]) {
    return { kind: 'bar', x: names[0].name, y: measure?.name, colour: names[1]?.name, aggregate: measure ? 'sum' : 'count' };
  }
  const [first, second] = numbers;
  if (first && second) {
    const steps = isIdentifier(first.name) || /^(month|day|hour|week|quarter)/i.test(first.name);
    return { kind: steps ? 'bar' : 'point', x: first.name, y: second.name, aggregate: steps ? 'sum' : 'none' };
  }
  return { kind: 'bar', x: columns[0]?.name, aggregate: 'count' };
}

/** The choice, as far as this result has its columns; else the first guess. */
export function fitted(choice: ChartChoice | undefined, columns: ResultColumn[], rows: ResultRow[] = []): ChartChoice {
  const has = (name: string | undefined) => name === undefined || columns.some((column) => column.name === name);
  return choice && has(choice.x) && has(choice.y) && has(choice.colour) ? choice : legible(defaultChoice(columns), columns, rows);
}

/** Colours that nobody asked for are left out where there would be too many. */
function legible(choice: ChartChoice, columns: ResultColumn[], rows: ResultRow[]): ChartChoice {
  const at = columns.findIndex((column) => column.name === choice.colour);
  const values = new Set(at < 0 ? [] : rows.map((row) => row[at]));
  return values.size > MOST_COLOURS ? { ...choice, colour: undefined } : choice;
}

/** The marks of a chart: rows grouped by the axis and the colour; `plain` if each row is a mark of its own. */
export function marksOf(rows: ResultRow[], columns: ResultColumn[], choice: ChartChoice): { marks: Mark[]; left: number; plain: boolean } {
  const at = (name: string | undefined) => columns.findIndex((column) => column.name === name);
  const [x, y, colour] = [at(choice.x), at(choice.y), at(choice.colour)];
  const numericAxis = axisKind(columns[x]) === 'quantitative';
  const few = choice.colour === undefined ? undefined : frequent(rows, colour);
  const bare = (row: ResultRow): Mark => {
    const own = row[colour] ?? 'null';
    const value = row[x] ?? 'null';
    return { x: numericAxis && row[x] !== null ? Number(value) : value, y: Number(row[y] ?? NaN), colour: few ? (few.has(own) ? own : 'other') : undefined };
  };
  const all =
    choice.aggregate === 'none' ? rows.map(bare).filter((mark) => !Number.isNaN(mark.y)) : grouped(rows.map(bare), choice.aggregate);
  return { marks: all.slice(0, MOST_MARKS), left: Math.max(0, all.length - MOST_MARKS), plain: all.length === rows.length };
}

function grouped(marks: Mark[], aggregate: Aggregate): Mark[] {
  const groups = new Map<string, Group>();
  for (const mark of marks) {
    const key = `${mark.x}\u0000${mark.colour ?? ''}`;
    const group = groups.get(key) ?? { mark, sum: 0, count: 0, min: Infinity, max: -Infinity };
    groups.set(key, group);
    if (aggregate === 'count') {
      group.count++;
    } else if (!Number.isNaN(mark.y)) {
      group.count++;
      group.sum += mark.y;
      group.min = Math.min(group.min, mark.y);
      group.max = Math.max(group.max, mark.y);
    }
  }
  return [...groups.values()].filter((group) => group.count > 0).map((group) => ({ ...group.mark, y: valueOf(group, aggregate) }));
}

function valueOf(group: Group, aggregate: Aggregate): number {
  switch (aggregate) {
    case 'mean':
      return group.sum / group.count;
    case 'min':
      return group.min;
    case 'max':
      return group.max;
    case 'count':
      return group.count;
    default:
      return group.sum;
  }
}

/** Colours for the most frequent values; a legend of hundreds tells nothing. */
function frequent(rows: ResultRow[], column: number): Set<string> {
  const counts = new Map<string, number>();
  rows.forEach((row) => counts.set(row[column] ?? 'null', (counts.get(row[column] ?? 'null') ?? 0) + 1));
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return new Set(sorted.slice(0, MOST_COLOURS).map(([value]) => value));
}
