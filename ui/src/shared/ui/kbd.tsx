import { classes } from './classes';

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as this machine calls them: `mod+k` is ⌘K or Ctrl K, `g c` is one key after the other. */
export function keyNames(keys: string): string[] {
  return keys.split(' ').flatMap((chord) => chord.split('+').map(keyName));
}

function keyName(key: string): string {
  switch (key) {
    case 'mod':
      return MAC ? '⌘' : 'Ctrl';
    case 'enter':
      return '↵';
    case 'shift':
      return '⇧';
    case 'escape':
      return 'Esc';
    default:
      return key.length === 1 ? key.toUpperCase() : key;
  }
}

export function Kbd({ keys, inverse }: { keys: string; inverse?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keyNames(keys).map((name, index) => (
        <kbd
          key={index}
          className={classes(
            'inline-flex h-4 min-w-4 items-center justify-center rounded-sm border px-1 font-sans text-xs',
            inverse ? 'border-page/40 text-page' : 'border-line-strong bg-sunken text-ink-soft',
          )}
        >
          {name}
        </kbd>
      ))}
    </span>
  );
}
