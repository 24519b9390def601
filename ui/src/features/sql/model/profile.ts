/** What the engine did for a statement, as the server tells it. */
export interface QueryProfile {
  plans: Plan[];
}

export interface Plan {
  title: string;
  time_ms?: number;
  root: Operator;
}

export interface Operator {
  name: string;
  detail: string;
  engine: string;
  rows?: number;
  time_ms?: number;
  metrics: { name: string; unit: 'COUNT' | 'BYTES' | 'MILLISECONDS'; value: number }[];
  children: Operator[];
}

/** An operator in the list that draws the tree. */
export interface OperatorLine {
  operator: Operator;
  depth: number;
  /** Of the greatest time of all operators, 0 to 1. */
  share: number;
  key: string;
}

/** A plan's operators from the last to the first, each below what it feeds; only forks are set in. */
export function linesOf(root: Operator): OperatorLine[] {
  const lines: OperatorLine[] = [];
  const add = (operator: Operator, depth: number, key: string) => {
    lines.push({ operator, depth, share: 0, key });
    const deeper = operator.children.length > 1 ? depth + 1 : depth;
    operator.children.forEach((child, index) => add(child, deeper, `${key}.${index}`));
  };
  add(root, 0, '0');
  const longest = Math.max(1, ...lines.map((line) => line.operator.time_ms ?? 0));
  return lines.map((line) => ({ ...line, share: (line.operator.time_ms ?? 0) / longest }));
}

const PLAIN: [RegExp, string][] = [
  [/^(Scan|FileScan|BatchScan)/, 'Read'],
  [/^(Hash|Sort|ObjectHash)Aggregate/, 'Aggregate'],
  [/^(BroadcastHash|ShuffledHash|SortMerge|BroadcastNestedLoop)Join/, 'Join'],
  [/^CartesianProduct/, 'Cross join'],
  [/^BroadcastExchange/, 'Send to all tasks'],
  [/^(Shuffle)?Exchange/, 'Redistribute'],
  [/^(AQEShuffleRead|CustomShuffleReader)/, 'Read redistributed'],
  [/^Project/, 'Compute columns'],
  [/^Filter/, 'Filter'],
  [/^TakeOrderedAndProject/, 'Top rows'],
  [/^Sort/, 'Sort'],
  [/^(Global|Local|Collect)Limit/, 'Limit'],
  [/^Window/, 'Window functions'],
  [/^Union/, 'Append'],
  [/^Range/, 'Generate numbers'],
  [/^LocalTableScan/, 'Given rows'],
  [/^Generate/, 'Explode'],
  [/^Expand/, 'Grouping sets'],
  [/^ColumnarToRow/, 'Columns to rows'],
  [/^Execute/, 'Command'],
];

/** What most people call Spark's operators. */
export function plainName(name: string): string {
  return PLAIN.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}
