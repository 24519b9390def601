import { useSyncExternalStore } from 'react';
import { Tip } from '../ui/tip';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'long' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Such as `3 hours ago`. */
export function ago(milliseconds: number, now: number): string {
  const seconds = (milliseconds - now) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  if (!step) {
    return seconds > -5 && seconds < 5 ? 'just now' : relative.format(Math.round(seconds), 'second');
  }
  return relative.format(Math.round(seconds / step[1]), step[0]);
}

export function exactTime(milliseconds: number): string {
  return exact.format(milliseconds);
}

/** One clock for all times on the page, so that they move together. */
const minute = {
  subscribe(changed: () => void) {
    const timer = setInterval(changed, 30_000);
    return () => clearInterval(timer);
  },
  now: () => Math.floor(Date.now() / 30_000) * 30_000 + 29_999,
};

/** How long ago, with the exact time on hover. */
export function Time({ at }: { at: number | undefined | null }) {
  const now = useSyncExternalStore(minute.subscribe, minute.now);
  if (!at) {
    return <span className="text-ink-faint">–</span>;
  }
  return (
    <Tip text={exactTime(at)}>
      <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
        {ago(at - now > 60_000 ? at : Math.min(at, now), now)}
      </time>
    </Tip>
  );
}
