import { classes } from '../../../shared/ui/classes';
import { CONTROL } from '../../../shared/ui/input';
import type { ParameterValue } from '../model/tabs';

const TYPES: [string, string][] = [
  ['STRING', 'Text'],
  ['BIGINT', 'Whole number'],
  ['DOUBLE', 'Number'],
  ['DATE', 'Date'],
  ['TIMESTAMP', 'Time'],
  ['BOOLEAN', 'Yes or no'],
];

const NOTHING: ParameterValue = { type: 'STRING', value: '' };

interface ParameterRowProps {
  names: string[];
  values: Record<string, ParameterValue>;
  onChange: (values: Record<string, ParameterValue>) => void;
  onRun: () => void;
}

/** Inputs for the `:name` parameters of the text. */
export function ParameterRow({ names, values, onChange, onRun }: ParameterRowProps) {
  if (names.length === 0) {
    return null;
  }
  const change = (name: string, part: Partial<ParameterValue>) => onChange({ ...values, [name]: { ...NOTHING, ...values[name], ...part } });
  return (
    <div className="border-line bg-sunken flex shrink-0 flex-wrap gap-x-4 gap-y-1.5 border-b px-3 py-1.5">
      {names.map((name) => {
        const { type, value } = values[name] ?? NOTHING;
        return (
          <div key={name} className="flex min-w-0 items-center gap-1.5">
            <label htmlFor={`parameter-${name}`} className="text-code text-type-other max-w-40 shrink-0 truncate font-mono">
              :{name}
            </label>
            <input
              id={`parameter-${name}`}
              value={value}
              autoComplete="off"
              spellCheck={false}
              placeholder={type === 'DATE' ? '2024-01-31' : ''}
              onChange={(event) => change(name, { value: event.target.value })}
              onKeyDown={(event) => (event.key === 'Enter' ? onRun() : undefined)}
              className={classes(CONTROL, 'h-7 w-36')}
            />
            <select
              aria-label={`Type of ${name}`}
              value={type}
              onChange={(event) => change(name, { type: event.target.value })}
              className={classes(CONTROL, 'text-ink-soft h-7 w-32 text-sm')}
            >
              {TYPES.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </div>
  );
}
