import { Time } from '../../shared/display/time';
import { clearNotices, useNotices } from '../../shared/notices/notices';
import { Button } from '../../shared/ui/button';

/** All that happened since the page was loaded. */
export function NoticeList() {
  const notices = useNotices();
  if (notices.length === 0) {
    return <p className="text-ink-soft py-4 text-center">Nothing yet. What you start and what fails is told here.</p>;
  }
  return (
    <>
      <ul className="divide-line divide-y">
        {notices.map((notice) => (
          <li key={notice.id} className="py-2">
            <p className={notice.tone === 'danger' ? 'text-danger break-words' : 'break-words'}>{notice.text}</p>
            <p className="text-ink-faint text-sm">
              <Time at={notice.at} />
            </p>
          </li>
        ))}
      </ul>
      <Button className="mt-2 w-full" onClick={clearNotices}>
        Clear all
      </Button>
    </>
  );
}
