const entries = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

/** Focuses an entry when it is rendered, or else the composer, so that the focus is not lost after an action. */
export function focusEntry(id: string | undefined): void {
  requestAnimationFrame(() => {
    const entry = entries().find(({ dataset }) => dataset.entry === id);
    (entry ?? document.querySelector<HTMLElement>('[data-compose]'))?.focus();
  });
}

/** The id of the entry that gets the focus when this one is removed. */
export function neighbourOf(id: string): string | undefined {
  return neighbourWhere(({ dataset }) => dataset.entry === id);
}

/** Passes the focus of an entry that is being removed or moved to its neighbour. */
export function passFocus(entry: HTMLElement): void {
  if (!document.hasFocus() || !entry.contains(document.activeElement)) return;
  const next = neighbourWhere((other) => other === entry);
  const list = entry.closest('.entries');
  requestAnimationFrame(() => {
    // Nothing is focused if the whole timeline was removed.
    if (list?.isConnected && document.activeElement === document.body) focusEntry(next);
  });
}

function neighbourWhere(isHere: (entry: HTMLElement) => boolean): string | undefined {
  const all = entries();
  const here = all.findIndex(isHere);
  return (all[here + 1] ?? all[here - 1])?.dataset.entry;
}
