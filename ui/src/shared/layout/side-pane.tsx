import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useStored } from '../preferences/stored';
import { IconButton } from '../ui/button';

const NARROWEST = 180;
const WIDEST = 560;

interface SidePaneProps {
  /** Under which its width is remembered. */
  name: string;
  label: string;
  pane: ReactNode;
  /** On a phone pane and content do not fit beside each other: which one to show. */
  narrow: 'pane' | 'content';
  children: ReactNode;
}

/** A tree or list beside the content, as wide as one drags it. */
export function SidePane({ name, label, pane, narrow, children }: SidePaneProps) {
  const [width, setWidth] = useStored(`${name}.width`, 272);
  const [open, setOpen] = useStored(`${name}.open`, true);
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1">
      {open ? (
        <>
          <aside
            aria-label={label}
            style={{ '--pane': `${width}px` } as React.CSSProperties}
            className={`bg-page border-line relative flex min-h-0 shrink-0 flex-col md:flex md:w-(--pane) md:border-r ${narrow === 'pane' ? 'w-full' : 'hidden'}`}
          >
            {pane}
            <IconButton
              label={`Hide ${label.toLowerCase()}`}
              onClick={() => setOpen(false)}
              className="absolute top-2 right-2 size-7 max-md:hidden"
            >
              <PanelLeftClose />
            </IconButton>
          </aside>
          <Divider width={width} onChange={setWidth} label={`Width of ${label.toLowerCase()}`} />
        </>
      ) : (
        <div className="bg-page border-line border-r p-1.5 max-md:hidden">
          <IconButton label={`Show ${label.toLowerCase()}`} onClick={() => setOpen(true)}>
            <PanelLeftOpen />
          </IconButton>
        </div>
      )}
      <div className={`min-w-0 flex-1 md:flex ${narrow === 'content' ? 'flex' : open ? 'hidden' : 'flex'}`}>{children}</div>
    </div>
  );
}

function Divider({ width, onChange, label }: { width: number; onChange: (width: number) => void; label: string }) {
  const [from, setFrom] = useState<number>();
  const move = (next: number) => onChange(Math.max(NARROWEST, Math.min(WIDEST, Math.round(next))));
  return (
    // A separator that moves is a control: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="hover:bg-accent focus-visible:bg-accent data-[dragging=true]:bg-accent relative z-10 -mx-0.5 w-1 shrink-0 cursor-col-resize transition-colors max-md:hidden"
      data-dragging={from !== undefined}
      onPointerDown={(event: PointerEvent) => {
        (event.target as HTMLElement).setPointerCapture(event.pointerId);
        setFrom(event.clientX - width);
      }}
      onPointerMove={(event: PointerEvent) => (from === undefined ? undefined : move(event.clientX - from))}
      onPointerUp={() => setFrom(undefined)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          event.preventDefault();
          move(width + (event.key === 'ArrowLeft' ? -16 : 16));
        }
      }}
    />
  );
}
