const dismissedKey = 'guide-dismissed';

/** Shows the introduction above Grist until the user dismisses it. */
export function showGuide(startOver: () => Promise<void>): void {
  const guide = element('guide');
  guide.hidden = localStorage.getItem(dismissedKey) !== null;
  element('start-over').addEventListener('click', startOver);
  element('dismiss').addEventListener('click', () => {
    localStorage.setItem(dismissedKey, 'yes');
    guide.hidden = true;
  });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
