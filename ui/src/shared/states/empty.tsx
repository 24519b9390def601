import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  /** One sentence. */
  children?: ReactNode;
  /** The one action that ends the emptiness. */
  action?: ReactNode;
}

/** A place with nothing in it yet. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center justify-center px-6 py-12 text-center">
      <div className="bg-sunken border-line text-ink-faint mb-3 flex size-10 items-center justify-center rounded-lg border">
        <Icon aria-hidden className="size-5" />
      </div>
      <h2 className="text-lg font-semibold">{title}</h2>
      {children ? <p className="text-ink-soft mt-1 max-w-md">{children}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
