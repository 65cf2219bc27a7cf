import { type ReadonlySignal, signal } from '@preact/signals';

/** A user's setting of the panel, stored in this browser. Without storage it lasts until the panel is closed. */
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
        // Storage is disabled or full: the setting lasts until the panel is closed.
      }
    },
  };
}

function read<T extends boolean | string>(key: string, initial: T): T {
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null) return (typeof initial === 'boolean' ? stored === 'true' : stored) as T;
  } catch {
    // Storage is disabled.
  }
  return initial;
}
