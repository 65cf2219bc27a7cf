import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { ContactPanel } from '../contact/ContactPanel.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { loadGridRow } from '../parts/lazy-parts.ts';
import { Blank } from './Blank.tsx';
import { Booting } from './Booting.tsx';
import { rowDrawing } from './Drawing.tsx';

const loadSettings = async () => (await import('../settings/Settings.tsx')).Settings;
const loadRefused = async () => (await import('./Refused.tsx')).Refused;
const loadRare = async () => (await import('./RareScreens.tsx')).RareScreens;

/** The current screen: a contact, or the reason why there is none. */
export function CurrentScreen({ panel }: { panel: Panel }) {
  const { screens } = useMessages();
  const screen = panel.screen.value;
  switch (screen.kind) {
    case 'booting':
      return <Booting />;
    case 'outside-grist':
      return <Blank drawing={rowDrawing} title={screens.outside.title} text={screens.outside.text} />;
    case 'no-access':
    case 'unmapped':
    case 'new-row':
    case 'unlinked':
    case 'invalid-id':
    case 'unknown-contact':
    case 'change-link':
      return (
        <>
          {panel.moves.place.value && <Lazy load={loadGridRow} props={{ panel }} errorFallback={null} />}
          <Lazy load={loadRare} props={{ panel, screen }} />
        </>
      );
    case 'no-row':
      return <Blank drawing={rowDrawing} title={screens.noRow.title} text={screens.noRow.text} />;
    case 'refused':
      return <Lazy load={loadRefused} props={{ panel, failure: screen.failure }} />;
    case 'settings':
      return <Lazy load={loadSettings} props={{ panel }} />;
    case 'contact':
      return <ContactPanel panel={panel} />;
  }
}
