import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classes } from './classes';
import { Tip } from './tip';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  plain: 'bg-surface text-ink border-line-strong hover:bg-hover',
  quiet: 'bg-transparent text-ink-soft border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-danger border-line-strong hover:bg-danger-soft hover:border-danger',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  /** Makes the only child (a link) look like the button. */
  asChild?: boolean;
  busy?: boolean;
}

export function Button({ look = 'plain', asChild, busy, className, type, disabled, children, ...rest }: ButtonProps) {
  const Tag = asChild ? Slot.Root : 'button';
  return (
    <Tag
      {...rest}
      {...(asChild ? {} : { type: type ?? 'button', disabled: disabled || busy, 'aria-busy': busy || undefined })}
      className={classes(
        'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-sm border px-2.5 font-medium whitespace-nowrap select-none',
        'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-3.5 [&_svg]:shrink-0',
        LOOKS[look],
        className,
      )}
    >
      {children}
    </Tag>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'asChild'> {
  /** Says what the button does, to the ear and in the tooltip. */
  label: string;
  shortcut?: string;
}

export function IconButton({ label, shortcut, className, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut}>
      <Button {...rest} look={look} aria-label={label} className={classes('size-7 px-0 [&_svg]:size-4', className)} />
    </Tip>
  );
}
