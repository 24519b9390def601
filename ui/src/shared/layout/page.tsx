import { Link } from '@tanstack/react-router';
import { ChevronRight, Star } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useFavourites, type Place } from '../navigation/places';
import { KindIcon } from '../navigation/kind-icon';
import { IconButton } from '../ui/button';

/** A page with its header above and its content scrolling below. */
export function Page({ children, title }: { children: ReactNode; title: string }) {
  useEffect(() => {
    document.title = `${title} · Tarn`;
  }, [title]);
  return (
    <main id="content" tabIndex={-1} className="bg-surface flex h-full min-h-0 min-w-0 flex-1 flex-col outline-none">
      {children}
    </main>
  );
}

interface PageHeaderProps {
  title: string;
  kind?: Place['kind'];
  /** The way here: names with their pages. */
  trail?: { label: string; path: string }[];
  /** Beside the title: state and kind. */
  chips?: ReactNode;
  /** At most two buttons and a menu. */
  actions?: ReactNode;
  /** One line under the title. */
  about?: ReactNode;
  /** Lets the page be kept at hand. */
  favourite?: Place;
}

export function PageHeader({ title, kind, trail, chips, actions, about, favourite }: PageHeaderProps) {
  return (
    <header className="flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 px-5 pt-3.5 pb-2.5">
      <div className="min-w-0 flex-1 basis-72">
        {trail && trail.length > 0 ? (
          <nav aria-label="Where this is" className="text-ink-faint mb-0.5 flex min-w-0 items-center gap-1 text-sm">
            {trail.map((step, index) => (
              <span key={step.path} className="flex min-w-0 items-center gap-1">
                {index > 0 ? <ChevronRight aria-hidden className="size-3 shrink-0" /> : null}
                <Link to={step.path} className="hover:text-ink truncate hover:underline" title={step.label}>
                  {step.label}
                </Link>
              </span>
            ))}
          </nav>
        ) : null}
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h1 className="flex min-w-0 items-center gap-2 text-xl font-semibold">
            {kind ? <KindIcon kind={kind} className="text-ink-faint size-4.5 shrink-0" /> : null}
            <bdi className="min-w-0 truncate" title={title}>
              {title}
            </bdi>
          </h1>
          {favourite ? <FavouriteButton place={favourite} /> : null}
          {chips}
        </div>
        {about ? <div className="text-ink-soft mt-0.5">{about}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

function FavouriteButton({ place }: { place: Place }) {
  const { isFavourite, toggle } = useFavourites();
  const kept = isFavourite(place.path);
  return (
    <IconButton
      label={kept ? 'Remove from favourites' : 'Add to favourites'}
      aria-pressed={kept}
      className="size-6 [&_svg]:size-3.5"
      onClick={() => toggle(place)}
    >
      <Star className={kept ? 'fill-warning text-warning' : ''} />
    </IconButton>
  );
}

/** What scrolls, with the page's margins. */
export function PageBody({ children, flush }: { children: ReactNode; flush?: boolean }) {
  return <div className={flush ? 'flex min-h-0 flex-1 flex-col' : 'min-h-0 flex-1 overflow-y-auto px-5 py-4'}>{children}</div>;
}
