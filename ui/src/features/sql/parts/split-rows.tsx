import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useStored } from '../../../shared/preferences/stored';

/** Editor above, results below, parted where one drags it. */
export function SplitRows({ name, top, bottom }: { name: string; top: ReactNode; bottom: ReactNode }) {
  const [part, setPart] = useStored(name, 42);
  const [dragging, setDragging] = useState(false);
  const parent = useRef<HTMLDivElement>(null);
  const move = (next: number) => setPart(Math.round(Math.max(12, Math.min(85, next)) * 10) / 10);
  return (
    <div ref={parent} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 shrink-0" style={{ height: `${part}%` }}>
        {top}
      </div>
      {/* A separator that moves is a control: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/ */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="separator"
        aria-label="Height of the editor"
        aria-orientation="horizontal"
        aria-valuenow={Math.round(part)}
        aria-valuemin={12}
        aria-valuemax={85}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="border-line hover:bg-accent focus-visible:bg-accent h-1 shrink-0 cursor-row-resize touch-none border-t transition-colors"
        onPointerDown={(event: PointerEvent) => {
          (event.target as HTMLElement).setPointerCapture(event.pointerId);
          setDragging(true);
        }}
        onPointerMove={(event: PointerEvent) => {
          const box = parent.current?.getBoundingClientRect();
          if (dragging && box) {
            move(((event.clientY - box.top) / box.height) * 100);
          }
        }}
        onPointerUp={() => setDragging(false)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            move(part + (event.key === 'ArrowUp' ? -4 : 4));
          }
        }}
      />
      <div className="flex min-h-0 flex-1 flex-col">{bottom}</div>
    </div>
  );
}
