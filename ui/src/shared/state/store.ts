import { useSyncExternalStore } from 'react';

/** A value outside React that components follow: what goes on while nobody looks, such as a statement that runs. */
export interface Store<Value> {
  get: () => Value;
  set: (value: Value) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (!Object.is(value, next)) {
        value = next;
        listeners.forEach((listener) => listener());
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStoreValue<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
