import { useEffect, useRef, useState } from 'react';
import type { ResultColumn } from '../results/result-store';
import type { ChartChoice, Mark } from './choice';
import { specOf } from './spec';

interface ChartProps {
  marks: Mark[];
  columns: ResultColumn[];
  choice: ChartChoice;
  /** Whether each row is a mark of its own. */
  plain: boolean;
  /** What it shows, for those who cannot see it. */
  label: string;
}

const MOST_SHAPES = 800;

/** A chart that fills its place. Vega is fetched with the first one. */
export function Chart({ marks, columns, choice, plain, label }: ChartProps) {
  const parent = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [theme, setTheme] = useState(() => document.documentElement.dataset.theme);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    const element = parent.current;
    if (!element) {
      return;
    }
    const sizes = new ResizeObserver(([entry]) => {
      if (entry) {
        setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
      }
    });
    const themes = new MutationObserver(() => setTheme(document.documentElement.dataset.theme));
    sizes.observe(element);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
    };
  }, []);
  useEffect(() => {
    const element = parent.current?.firstElementChild as HTMLElement | null;
    if (!element || !size || size.width < 40 || size.height < 40) {
      return;
    }
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    const spec = specOf(marks, columns, choice, { dark: theme === 'dark', plain, ...size, token });
    let remove: (() => void) | undefined;
    let gone = false;
    import('./draw')
      .then(({ draw }) => (gone ? undefined : draw(spec, element, marks.length > MOST_SHAPES ? 'canvas' : 'svg')))
      .then((made) => {
        remove = made;
        setFailure('');
        if (gone) {
          made?.();
        }
      })
      .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      remove?.();
      element.replaceChildren();
    };
  }, [marks, columns, choice, plain, size, theme]);
  return (
    <div ref={parent} role="img" aria-label={label} className="relative h-full min-h-0 w-full min-w-0 overflow-hidden">
      <div className="absolute inset-0" />
      {failure ? <p className="text-danger absolute inset-x-0 top-2 text-center">{failure}</p> : null}
    </div>
  );
}
