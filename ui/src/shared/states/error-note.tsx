import { ChevronRight, CircleAlert, Lock, RotateCw, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '../api/api-error';
import { CopyButton } from '../display/copy-button';
import { Button } from '../ui/button';

interface ErrorNoteProps {
  error: unknown;
  retry?: () => void;
  /** What could not be had, where the place alone does not say it. */
  what?: string;
  action?: ReactNode;
  /** For what was denied: whom to ask, and for what. */
  help?: ReactNode;
}

/** How SQL speaks of what a reader may not even know of. */
const HIDDEN = /^\[TABLE_OR_VIEW_NOT_FOUND\]/;

function text(error: unknown): { message: string; rest: string; code: string; requestId?: string } {
  const message = error instanceof Error ? error.message : String(error);
  const [first = '', ...rest] = message.split('\n');
  return {
    message: first,
    rest: rest.join('\n').trim(),
    code: error instanceof ApiError ? error.code : '',
    requestId: error instanceof ApiError ? error.requestId : undefined,
  };
}

/** An error in the server's words: the first line plain, the rest unfolded on demand, with what support needs to find it. */
export function ErrorNote({ error, retry, what, action, help }: ErrorNoteProps) {
  const { message, rest, code, requestId } = text(error);
  const denied = error instanceof ApiError && error.denied;
  const Icon = denied ? Lock : error instanceof ApiError && error.unreachable ? Unplug : CircleAlert;
  const details = [code, rest, requestId ? `request id ${requestId}` : ''].filter(Boolean).join('\n');
  return (
    <div role="alert" className="border-line bg-danger-soft text-ink flex gap-2.5 rounded-md border px-3 py-2.5">
      <Icon aria-hidden className="text-danger mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {what ? <p className="font-semibold">{what}</p> : null}
        <p className="break-words whitespace-pre-wrap">{message}</p>
        {help && (denied || HIDDEN.test(message)) ? (
          help
        ) : denied ? (
          <p className="text-ink-soft mt-0.5">Its owner, or an administrator of the workspace, can grant it.</p>
        ) : null}
        {details ? (
          <details className="group mt-1">
            <summary className="text-ink-soft hover:text-ink flex w-fit list-none items-center gap-1 text-sm">
              <ChevronRight aria-hidden className="size-3 transition-transform group-open:rotate-90" />
              Details
            </summary>
            <div className="bg-surface border-line mt-1 flex items-start gap-2 rounded-sm border p-2">
              <pre className="min-w-0 flex-1 overflow-x-auto font-mono text-sm whitespace-pre-wrap">{details}</pre>
              <CopyButton text={`${message}\n${details}`} label="Copy the error" />
            </div>
          </details>
        ) : null}
      </div>
      {retry || action ? (
        <div className="flex shrink-0 items-start gap-2">
          {action}
          {retry ? (
            <Button onClick={retry}>
              <RotateCw /> Try again
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
