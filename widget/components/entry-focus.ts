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
  const all = entries();
  const here = all.findIndex(({ dataset }) => dataset.entry === id);
  return (all[here + 1] ?? all[here - 1])?.dataset.entry;
}
