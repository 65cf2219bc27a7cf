import { type ReadonlySignal, signal } from '@preact/signals';

/** A choice of this person about the panel's own look. It stays in this browser; a browser that keeps nothing forgets it. */
export interface Remembered<T extends boolean | string = boolean> {
  value: ReadonlySignal<T>;
  set(value: T): void;
}

export function createRemembered<T extends boolean | string>(name: string, initial: T): Remembered<T> {
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
    const kept = localStorage.getItem(key);
    if (kept !== null) return (typeof initial === 'boolean' ? kept === 'true' : kept) as T;
  } catch {
    // As if nothing were kept.
  }
  return initial;
}
