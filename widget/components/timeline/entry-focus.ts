const entries = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

/** Gives the focus to an entry once it shows, else to where new ones are begun: after an act it must not get lost. */
export function focusEntry(id: string | undefined): void {
  requestAnimationFrame(() => {
    const entry = entries().find(({ dataset }) => dataset.entry === id);
    (entry ?? document.querySelector<HTMLElement>('[data-compose]'))?.focus();
  });
}

/** The entry that takes this one's place when it goes. */
export function neighbourOf(id: string): string | undefined {
  return neighbourWhere(({ dataset }) => dataset.entry === id);
}

/** Hands the focus of an entry that goes now on to its neighbour: a ticked task moves, what somebody deletes vanishes. */
export function passFocus(entry: HTMLElement): void {
  if (!document.hasFocus() || !entry.contains(document.activeElement)) return;
  const next = neighbourWhere((other) => other === entry);
  const list = entry.closest('.entries');
  requestAnimationFrame(() => {
    // When the whole timeline went, there is nothing to go on with.
    if (list?.isConnected && document.activeElement === document.body) focusEntry(next);
  });
}

function neighbourWhere(isHere: (entry: HTMLElement) => boolean): string | undefined {
  const all = entries();
  const here = all.findIndex(isHere);
  return (all[here + 1] ?? all[here - 1])?.dataset.entry;
}
