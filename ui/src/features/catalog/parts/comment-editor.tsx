import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { notify } from '../../../shared/notices/notices';
import { Button } from '../../../shared/ui/button';
import { classes } from '../../../shared/ui/classes';
import { TextArea } from '../../../shared/ui/input';

interface CommentEditorProps {
  text: string | undefined;
  /** What it is about, for the ear. */
  label: string;
  save: (text: string) => Promise<unknown>;
  /** In a line of a table: small, and silent when empty. */
  small?: boolean;
}

/** A comment that is edited where it stands: Enter saves, Esc leaves it as it was. */
export function CommentEditor({ text, label, save, small }: CommentEditorProps) {
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (draft === undefined) {
    return (
      <button
        type="button"
        onClick={() => setDraft(text ?? '')}
        title={text}
        className="group/comment hover:bg-hover -mx-1 inline-flex max-w-full items-center gap-1.5 rounded-sm px-1 text-left"
      >
        <span className="sr-only">Edit the comment of {label}</span>
        <span
          aria-hidden={!text}
          className={classes(
            'min-w-0',
            small && 'truncate',
            !text && 'text-ink-faint',
            !text && small && 'opacity-0 group-hover/comment:opacity-100 group-focus-visible/comment:opacity-100',
          )}
        >
          {text || 'Add a comment'}
        </span>
        <Pencil aria-hidden className="text-ink-faint size-3 shrink-0 opacity-0 group-hover/comment:opacity-100 group-focus-visible/comment:opacity-100" />
      </button>
    );
  }
  const submit = async () => {
    setBusy(true);
    try {
      if (draft !== (text ?? '')) {
        await save(draft);
      }
      setDraft(undefined);
    } catch (error) {
      notify('danger', `The comment was not saved: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <TextArea
        // The reader has just asked to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={`Comment of ${label}`}
        rows={small ? 1 : 2}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            setDraft(undefined);
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void submit();
          }
        }}
      />
      <div className="flex gap-1.5">
        <Button look="primary" busy={busy} onClick={() => void submit()}>
          Save
        </Button>
        <Button onClick={() => setDraft(undefined)}>Cancel</Button>
      </div>
    </div>
  );
}
