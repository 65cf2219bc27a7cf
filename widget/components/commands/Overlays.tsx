import { useFieldsMessages } from '../../i18n/use-fields.ts';
import { Lazy } from '../parts/Lazy.tsx';
import type { CommandContext } from './command.ts';

const loadPalette = async () => (await import('./CommandPalette.tsx')).CommandPalette;
const loadSheet = async () => (await import('./ShortcutsSheet.tsx')).ShortcutsSheet;
const loadDelete = async () => (await import('../contact/DeleteContact.tsx')).DeleteContact;

/** The open overlay. */
export function Overlays(from: Omit<CommandContext, 'target'>) {
  const { overlay, panel, allowed } = from;
  const words = useFieldsMessages();
  const { value } = overlay;
  // An overlay can open another one, which must not be closed together with it.
  const onClose = () => {
    if (overlay.peek() === value) overlay.value = null;
  };
  switch (value) {
    case 'palette':
      return <Lazy load={loadPalette} props={{ ...from, onClose }} />;
    case 'shortcuts':
      return <Lazy load={loadSheet} props={{ panel, allowed, onClose }} />;
    case 'delete':
      return words && <Lazy load={loadDelete} props={{ panel, words, onClose }} />;
    default:
      return null;
  }
}
