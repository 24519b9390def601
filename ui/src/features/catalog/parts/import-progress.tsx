import { useEffect, useState } from 'react';
import { bytes, duration } from '../../../shared/display/numbers';
import { Button } from '../../../shared/ui/button';

export interface Work {
  label: string;
  /** Bytes, where it is known how many. */
  done?: number;
  all?: number;
}

/** What goes on, how far it is, for how long it has, and a way to end it. */
export function ImportProgress({ work, onCancel }: { work: Work; onCancel: () => void }) {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setElapsed(Date.now() - began), 1000);
    return () => clearInterval(timer);
  }, [work.label]);
  const known = work.all !== undefined && work.done !== undefined;
  const label = `${work.label} …`;
  return (
    <div className="mt-4 flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="text-ink-soft flex justify-between gap-3 tabular-nums">
          <span>{label}</span>
          <span>
            {known ? `${bytes(work.done ?? 0)} of ${bytes(work.all ?? 0)}` : ''} {elapsed > 0 ? duration(elapsed) : ''}
          </span>
        </p>
        <progress aria-label={work.label} className="accent-accent h-2 w-full" {...(known ? { value: work.done, max: Math.max(1, work.all ?? 1) } : {})} />
      </div>
      <Button onClick={onCancel}>Cancel {work.label.toLowerCase()}</Button>
    </div>
  );
}
