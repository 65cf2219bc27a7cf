import { type ReadonlySignal, signal } from '@preact/signals';

/** A choice of this person about the panel's own look. It stays in this browser; a browser that keeps nothing forgets it. */
export interface Remembered {
  value: ReadonlySignal<boolean>;
  set(value: boolean): void;
}

export function createRemembered(name: string, initial: boolean): Remembered {
  const key = `highlevel-panel:${name}`;
  const value = signal(read(key) ?? initial);
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

function read(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : kept === 'true';
  } catch {
    return undefined;
  }
}
