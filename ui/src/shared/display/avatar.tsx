/** The first letters of a name. */
export function Avatar({ name }: { name: string }) {
  const words = name.split('@')[0]?.split(/[._\s-]+/).filter(Boolean) ?? [];
  const letters = words.slice(0, 2).map((word) => [...word][0]?.toUpperCase()).join('');
  return (
    <span
      aria-hidden
      className="bg-accent-soft text-accent flex size-6 shrink-0 items-center justify-center rounded-full text-xs font-semibold"
    >
      {letters || '?'}
    </span>
  );
}
