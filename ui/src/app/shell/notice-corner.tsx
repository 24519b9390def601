import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { hideNotice, useNotices, type Notice } from '../../shared/notices/notices';
import { Button, IconButton } from '../../shared/ui/button';

const ICONS = {
  success: <CircleCheck aria-hidden className="text-success size-4 shrink-0" />,
  danger: <CircleAlert aria-hidden className="text-danger size-4 shrink-0" />,
  info: <Info aria-hidden className="text-info size-4 shrink-0" />,
};

/** What just happened, for some seconds. */
export function NoticeCorner() {
  const shown = useNotices().filter((notice) => notice.shown);
  return (
    <div aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:bottom-16">
      {shown.slice(0, 3).map((notice) => (
        <Toast key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Toast({ notice }: { notice: Notice }) {
  useEffect(() => {
    const timer = setTimeout(() => hideNotice(notice.id), notice.tone === 'danger' ? 12_000 : 5_000);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className="appear bg-raised border-line shadow-pop pointer-events-auto flex items-start gap-2 rounded-md border py-2 pr-1.5 pl-3">
      <span className="mt-1">{ICONS[notice.tone]}</span>
      <p className="mt-0.5 min-w-0 flex-1 break-words">{notice.text}</p>
      {notice.action ? (
        <Button look="quiet" className="text-accent" onClick={notice.action.run}>
          {notice.action.label}
        </Button>
      ) : null}
      <IconButton label="Hide" className="size-6 [&_svg]:size-3.5" onClick={() => hideNotice(notice.id)}>
        <X />
      </IconButton>
    </div>
  );
}
