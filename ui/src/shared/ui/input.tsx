import { Search, X } from 'lucide-react';
import type { ComponentProps, Ref } from 'react';
import { classes } from './classes';

export const CONTROL =
  'bg-surface border-line-strong text-ink w-full rounded-sm border px-2 outline-none focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent/40 focus-visible:outline-offset-0 aria-[invalid=true]:border-danger disabled:opacity-55';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input autoComplete="off" spellCheck={false} {...rest} className={classes(CONTROL, 'h-8', className)} />;
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...rest} className={classes(CONTROL, 'py-1.5', className)} />;
}

/** The machine's own list: it works with every keyboard, phone and screen reader. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={classes(CONTROL, 'h-8 pr-1', className)} />;
}

interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Filters what is below it while one types. */
export function SearchInput({ value, onChange, label, className, ref }: SearchInputProps) {
  return (
    <div className={classes('relative', className)}>
      <Search aria-hidden className="text-ink-faint pointer-events-none absolute top-2 left-2 size-3.5" />
      <Input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => (event.key === 'Escape' && value !== '' ? onChange('') : undefined)}
        data-search
        className="h-7.5 pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden"
      />
      {value ? (
        <button
          type="button"
          aria-label="Clear"
          onClick={() => onChange('')}
          className="text-ink-faint hover:text-ink absolute top-2 right-2"
        >
          <X className="size-3.5" />
        </button>
      ) : null}
    </div>
  );
}
