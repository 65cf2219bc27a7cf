/** Opens collapsed sections while the page is printed. Returns a function that removes the listeners. */
export function unfoldForPrint(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let opened: HTMLElement[] = [];
  addEventListener(
    'beforeprint',
    () => {
      opened = [...document.querySelectorAll<HTMLElement>('.sec-toggle[aria-expanded=false]')];
      for (const toggle of opened) toggle.click();
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      for (const toggle of opened) toggle.click();
      opened = [];
    },
    { signal },
  );
  return () => listening.abort();
}
