/** Lines in the place of what is about to come. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  return (
    <div role="status" aria-label="Loading" className="late flex flex-col gap-3 p-4">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="bg-hover h-4 rounded-sm" style={{ width: `${92 - ((index * 37) % 45)}%` }} />
      ))}
    </div>
  );
}
