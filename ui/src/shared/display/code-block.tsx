import { CopyButton } from './copy-button';

/** A text of code as it is. */
export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <div className="bg-sunken border-line relative rounded-md border">
      {/* What scrolls must be reachable with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="text-code overflow-x-auto p-3 pr-10 font-mono" tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} className="absolute top-1.5 right-1.5 size-7" />
    </div>
  );
}
