/** Where the focus was: the element, and what can stand for it when it is gone. */
export interface FocusOrigin {
  element: HTMLElement;
  /** An editor closes when it loses the focus: its field stays. */
  field: HTMLElement | null;
  entryId: string | undefined;
}

/** Remembers what has the focus. */
export function captureFocus(): FocusOrigin {
  const element = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  return {
    element,
    field: element.closest<HTMLElement>('.field'),
    entryId: element.closest<HTMLElement>('[data-entry]')?.dataset.entry,
  };
}

/** Gives the focus back to where it was, or to what took that place. Answers what has it now. */
export function restoreFocus({ element, field, entryId }: FocusOrigin): HTMLElement {
  const successors = () => [
    element,
    field?.querySelector<HTMLElement>('[data-field]'),
    [...document.querySelectorAll<HTMLElement>('[data-entry]')].find(({ dataset }) => dataset.entry === entryId),
  ];
  const successor = successors().find((one) => one?.isConnected) ?? document.body;
  successor.focus();
  return successor;
}
