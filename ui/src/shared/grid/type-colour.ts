import { isNumeric } from '../results/result-store';

/** One colour for each kind of type. */
export function typeColour(type: string): string {
  if (isNumeric(type)) {
    return 'text-type-number';
  }
  if (/^(DATE|TIMESTAMP|INTERVAL)/i.test(type)) {
    return 'text-type-time';
  }
  return /^(STRING|CHAR|VARCHAR)/i.test(type) ? 'text-type-text' : 'text-type-other';
}

