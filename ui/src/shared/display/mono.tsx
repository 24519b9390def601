import { CopyButton } from './copy-button';

/** An id or a path: in mono, whole on hover, copied by a click. */
export function Mono({ text, copy = true }: { text: string; copy?: boolean }) {
  return (
    <span className="group/mono inline-flex max-w-full items-center gap-1">
      <bdi title={text} className="text-code min-w-0 truncate font-mono">
        {text}
      </bdi>
      {copy ? (
        <CopyButton text={text} className="-my-1 size-6 opacity-0 group-hover/mono:opacity-100 focus-visible:opacity-100" />
      ) : null}
    </span>
  );
}
