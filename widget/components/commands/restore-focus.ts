/** The previously focused element, and its substitutes if it is removed. */
export interface FocusOrigin {
  element: HTMLElement;
  /** The field of an editor, because the editor closes when it loses the focus. */
  field: HTMLElement | null;
  entryId: string | undefined;
}

/** Captures the focused element. */
export function captureFocus(): FocusOrigin {
  const element = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  return {
    element,
    field: element.closest<HTMLElement>('.field'),
    entryId: element.closest<HTMLElement>('[data-entry]')?.dataset.entry,
  };
}

/** Focuses the captured element or its substitute, and returns the focused element. */
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
