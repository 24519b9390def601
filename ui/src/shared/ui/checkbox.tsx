import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface CheckboxProps {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export function Checkbox({ checked, onChange, children, hint, disabled }: CheckboxProps) {
  return (
    <label className="flex items-start gap-2 py-1">
      <Radix.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        className="bg-surface border-line-strong data-[state=checked]:bg-accent data-[state=checked]:border-accent data-[state=indeterminate]:bg-accent data-[state=indeterminate]:border-accent text-on-accent mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border disabled:opacity-55"
      >
        <Radix.Indicator>{checked === 'indeterminate' ? <Minus className="size-3" /> : <Check className="size-3" />}</Radix.Indicator>
      </Radix.Root>
      <span className="min-w-0">
        {children}
        {hint ? <span className="text-ink-faint block text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
