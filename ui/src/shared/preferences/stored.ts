import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Map<string, Set<() => void>>();
const cache = new Map<string, { text: string | null; value: unknown }>();

function name(key: string): string {
  return `tarn.${key}`;
}

/** What this browser remembers under a name; what is missing or unreadable is the fallback. */
export function readStored<Value>(key: string, fallback: Value): Value {
  let text: string | null = null;
  try {
    text = localStorage.getItem(name(key));
  } catch {
    return fallback;
  }
  const known = cache.get(key);
  if (known && known.text === text) {
    return (known.value ?? fallback) as Value;
  }
  let value: unknown;
  try {
    value = text === null ? undefined : JSON.parse(text);
  } catch {
    value = undefined;
  }
  cache.set(key, { text, value });
  return (value ?? fallback) as Value;
}

export function writeStored<Value>(key: string, value: Value): void {
  try {
    localStorage.setItem(name(key), JSON.stringify(value));
  } catch {
    // a full or forbidden storage forgets; nothing else depends on it
  }
  listeners.get(key)?.forEach((changed) => changed());
}

function subscribe(key: string, changed: () => void): () => void {
  const own = listeners.get(key) ?? new Set();
  listeners.set(key, own.add(changed));
  const other = (event: StorageEvent) => (event.key === name(key) ? changed() : undefined);
  window.addEventListener('storage', other);
  return () => {
    own.delete(changed);
    window.removeEventListener('storage', other);
  };
}

/** A preference that survives reload and is shared by the tabs of this browser. `fallback` must not be made anew each time. */
export function useStored<Value>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(
    useCallback((changed) => subscribe(key, changed), [key]),
    () => readStored(key, fallback),
  );
  return [value, useCallback((next: Value) => writeStored(key, next), [key])];
}
