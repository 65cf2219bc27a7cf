import { useCallback } from 'preact/hooks';
import type { Panel } from '../../store/view.ts';
import type { ContactWork } from '../../store/views/contact.ts';
import { useAsked } from '../parts/use-asked.ts';

/** What can be done with the contact beyond its fields; `null` until its code is there. */
export const useContactWork = (panel: Panel): ContactWork | null =>
  useAsked(useCallback(() => panel.contactWork(), [panel])).value;
