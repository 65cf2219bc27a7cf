import { type ReadonlySignal, signal } from '@preact/signals';

/** A choice of this person about the panel's own look. It stays in this browser; a browser that keeps nothing forgets it. */
export interface Persisted<T extends boolean | string = boolean> {
  value: ReadonlySignal<T>;
  set(value: T): void;
}

export function createPersisted<T extends boolean | string>(name: string, initial: T): Persisted<T> {
  const key = `highlevel-panel:${name}`;
  const value = signal(read(key, initial));
  return {
    value,
    set(next) {
      value.value = next;
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Storage is off or full: the choice holds until the panel is closed.
      }
    },
  };
}

function read<T extends boolean | string>(key: string, initial: T): T {
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null) return (typeof initial === 'boolean' ? stored === 'true' : stored) as T;
  } catch {
    // As if nothing were stored.
  }
  return initial;
}
