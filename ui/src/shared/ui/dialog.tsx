import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { classes } from './classes';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title. */
  about?: ReactNode;
  children: ReactNode;
  wide?: boolean;
  /** From the side, for details beside the list that they belong to. */
  side?: boolean;
}

const SHAPE = {
  centre: 'top-[12vh] left-1/2 max-h-[80vh] w-[min(32rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-lg border',
  wide: 'top-[6vh] left-1/2 max-h-[88vh] w-[min(60rem,calc(100vw-1.5rem))] -translate-x-1/2 rounded-lg border',
  side: 'top-0 right-0 h-dvh w-[min(34rem,100vw)] border-l',
};

export function Dialog({ open, onClose, title, about, children, wide, side }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="bg-shade fixed inset-0 z-40" />
        <Radix.Content
          {...(about ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            // The first field, not the button that closes: where there is none, the dialog itself, so that it is read out.
            const content = event.target as HTMLElement;
            event.preventDefault();
            (content.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ?? content).focus();
          }}
          className={classes(
            'appear bg-raised border-line shadow-pop fixed z-40 flex flex-col overflow-hidden outline-none',
            SHAPE[side ? 'side' : wide ? 'wide' : 'centre'],
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold break-words">{title}</Radix.Title>
              {about ? <Radix.Description className="text-ink-soft mt-0.5 break-words">{about}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mt-0.5 -mr-2">
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap items-center justify-end gap-2">{children}</div>;
}
