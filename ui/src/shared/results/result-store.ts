/**
 * The rows of one statement's result, chunk by chunk: fetched when they are looked at, and forgotten when others are. No view and no
 * network here, so that it runs in a worker and in tests alike.
 */
export type Cell = string | null;
export type ResultRow = Cell[];

export interface ResultColumn {
  name: string;
  /** Such as `DECIMAL(10,2)`. */
  type: string;
}

export interface ChunkPlace {
  index: number;
  from: number;
  rows: number;
}

export interface Arrangement {
  sort?: { column: number; descending: boolean };
  /** Parts of values that rows must have, by column. */
  filters: { column: number; text: string }[];
}

export interface ColumnProfile {
  /** Rows that were looked at: not always all. */
  rows: number;
  nulls: number;
  distinct: number;
  /** More than were counted. */
  manyDistinct: boolean;
  least?: string;
  greatest?: string;
  mean?: number;
  /** Most frequent values, most frequent first. */
  top: { value: Cell; count: number }[];
  /** Equally wide ranges of numbers. */
  histogram?: { from: number; to: number; count: number }[];
}

export type FetchChunk = (index: number) => Promise<ResultRow[]>;

/** What is held at once; beyond that the chunk that was looked at least lately goes. */
const MOST_CELLS = 6_000_000;
/** What may be sorted and filtered here; larger results are the server's work. */
export const MOST_ARRANGED_ROWS = 200_000;
const MOST_DISTINCT = 50_000;
const BINS = 24;

const NUMBER = /^(TINYINT|SMALLINT|INT|INTEGER|BIGINT|LONG|SHORT|BYTE|FLOAT|DOUBLE|DECIMAL)\b/i;

export function isNumeric(type: string): boolean {
  return NUMBER.test(type);
}

export class ResultStore {
  private readonly held = new Map<number, ResultRow[]>();
  private readonly coming = new Map<number, Promise<ResultRow[]>>();
  private order: Uint32Array | undefined;

  constructor(
    readonly columns: ResultColumn[],
    private readonly places: ChunkPlace[],
    private readonly fetchChunk: FetchChunk,
  ) {}

  get total(): number {
    const last = this.places.at(-1);
    return last ? last.from + last.rows : 0;
  }

  /** Rows that are shown: all, or those that an arrangement left. */
  get length(): number {
    return this.order ? this.order.length : this.total;
  }

  get arrangeable(): boolean {
    return this.total <= MOST_ARRANGED_ROWS && this.total * this.columns.length <= MOST_CELLS;
  }

  async rows(from: number, to: number): Promise<ResultRow[]> {
    const end = Math.min(to, this.length);
    if (this.order) {
      const all = await this.everything();
      return Array.from(this.order.subarray(from, end), (index) => all[index] ?? []);
    }
    const rows: ResultRow[] = [];
    for (const place of this.places) {
      if (place.from < end && place.from + place.rows > from) {
        const chunk = await this.chunk(place);
        rows.push(...chunk.slice(Math.max(0, from - place.from), end - place.from));
      }
    }
    return rows;
  }

  /** Sorts and filters; says how many rows are left. */
  async arrange({ sort, filters }: Arrangement): Promise<number> {
    const wanted = filters.filter((filter) => filter.text !== '');
    if (!sort && wanted.length === 0) {
      this.order = undefined;
      return this.length;
    }
    const all = await this.everything();
    const texts = wanted.map((filter) => ({ column: filter.column, text: filter.text.toLowerCase() }));
    const kept: number[] = [];
    all.forEach((row, index) => {
      if (texts.every(({ column, text }) => matches(row[column] ?? null, text))) {
        kept.push(index);
      }
    });
    const order = Uint32Array.from(kept);
    if (sort) {
      this.sort(order, all, sort.column, sort.descending);
    }
    this.order = order;
    return order.length;
  }

  async profile(column: number): Promise<ColumnProfile> {
    const values: Cell[] = [];
    for (const place of this.places) {
      if (values.length >= MOST_ARRANGED_ROWS) {
        break;
      }
      for (const row of await this.chunk(place)) {
        values.push(row[column] ?? null);
      }
    }
    return profileOf(values, isNumeric(this.columns[column]?.type ?? ''));
  }

  /** All rows as parts of a file, one chunk in memory at a time. */
  async export(write: (rows: ResultRow[], first: boolean) => string): Promise<Blob> {
    const parts: Blob[] = [];
    if (this.order) {
      parts.push(new Blob([write(await this.rows(0, this.length), true)]));
    } else {
      for (const place of this.places) {
        parts.push(new Blob([write(await this.chunk(place), parts.length === 0)]));
      }
    }
    return new Blob(parts.length === 0 ? [write([], true)] : parts);
  }

  private sort(order: Uint32Array, all: ResultRow[], column: number, descending: boolean): void {
    const turn = descending ? -1 : 1;
    if (isNumeric(this.columns[column]?.type ?? '')) {
      const keys = Float64Array.from(all, (row) => (row[column] === null ? NaN : Number(row[column])));
      const nulls = (index: number) => all[index]?.[column] === null;
      order.sort((a, b) => {
        if (nulls(a) || nulls(b)) {
          return Number(nulls(a)) - Number(nulls(b)) || a - b;
        }
        return turn * compareNumbers(keys[a] ?? 0, keys[b] ?? 0) || a - b;
      });
      return;
    }
    order.sort((a, b) => {
      const one = all[a]?.[column] ?? null;
      const other = all[b]?.[column] ?? null;
      if (one === null || other === null) {
        return Number(one === null) - Number(other === null) || a - b;
      }
      return (one < other ? -turn : one > other ? turn : 0) || a - b;
    });
  }

  private async everything(): Promise<ResultRow[]> {
    const all: ResultRow[] = [];
    for (const place of this.places) {
      for (const row of await this.chunk(place)) {
        all.push(row);
      }
    }
    return all;
  }

  private async chunk(place: ChunkPlace): Promise<ResultRow[]> {
    const known = this.held.get(place.index);
    if (known) {
      this.held.delete(place.index);
      this.held.set(place.index, known);
      return known;
    }
    const underway = this.coming.get(place.index);
    if (underway) {
      return underway;
    }
    const coming = this.fetchChunk(place.index).then((rows) => {
      this.held.set(place.index, rows);
      this.forget();
      return rows;
    });
    this.coming.set(place.index, coming);
    try {
      return await coming;
    } finally {
      this.coming.delete(place.index);
    }
  }

  private forget(): void {
    const width = Math.max(1, this.columns.length);
    let cells = 0;
    for (const [index, rows] of [...this.held].reverse()) {
      cells += rows.length * width;
      if (cells > MOST_CELLS && cells > rows.length * width) {
        this.held.delete(index);
      }
    }
  }
}

function matches(value: Cell, text: string): boolean {
  return value === null ? text === 'null' : value.toLowerCase().includes(text);
}

/** NaN is greater than every other number, as in Spark. */
function compareNumbers(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) {
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  }
  return one - other;
}

export function profileOf(values: Cell[], numeric: boolean): ColumnProfile {
  const counts = new Map<string, number>();
  let nulls = 0;
  let many = false;
  let least: string | undefined;
  let greatest: string | undefined;
  let sum = 0;
  const numbers: number[] = [];
  for (const value of values) {
    if (value === null) {
      nulls++;
      continue;
    }
    const known = counts.get(value);
    if (known !== undefined || counts.size < MOST_DISTINCT) {
      counts.set(value, (known ?? 0) + 1);
    } else {
      many = true;
    }
    if (numeric) {
      const number = Number(value);
      if (Number.isFinite(number)) {
        numbers.push(number);
        sum += number;
      }
    } else {
      least = least === undefined || value < least ? value : least;
      greatest = greatest === undefined || value > greatest ? value : greatest;
    }
  }
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8);
  const range = numeric ? rangeOf(numbers) : undefined;
  return {
    rows: values.length,
    nulls,
    distinct: counts.size,
    manyDistinct: many,
    least: range ? String(range[0]) : least,
    greatest: range ? String(range[1]) : greatest,
    mean: range ? sum / numbers.length : undefined,
    top: top.map(([value, count]) => ({ value, count })),
    histogram: range ? histogramOf(numbers, range) : undefined,
  };
}

function rangeOf(numbers: number[]): [number, number] | undefined {
  if (numbers.length === 0) {
    return undefined;
  }
  let least = Infinity;
  let greatest = -Infinity;
  for (const number of numbers) {
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }
  return [least, greatest];
}

function histogramOf(numbers: number[], [least, greatest]: [number, number]): ColumnProfile['histogram'] {
  const width = (greatest - least) / BINS || 1;
  const bins = Array.from({ length: greatest === least ? 1 : BINS }, (_, index) => ({
    from: least + index * width,
    to: least + (index + 1) * width,
    count: 0,
  }));
  for (const number of numbers) {
    const bin = bins[Math.min(bins.length - 1, Math.floor((number - least) / width))];
    if (bin) {
      bin.count++;
    }
  }
  return bins;
}
