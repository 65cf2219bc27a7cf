import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { Booting } from './Booting.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { rowDrawing } from './Drawing.tsx';
import { Lazy } from './Lazy.tsx';
import { Refused } from './Refused.tsx';
import { UnknownContact } from './UnknownContact.tsx';
import { Unreachable } from './Unreachable.tsx';

const loadSettings = async () => (await import('./Settings.tsx')).Settings;
const loadSetup = async () => (await import('./SetupScreens.tsx')).SetupScreens;

/** What the panel shows now: a contact, or why there is none. */
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
    case 'unlinked':
      return <Lazy load={loadSetup} props={{ screen }} />;
    case 'no-row':
      return <Blank drawing={rowDrawing} title={screens.noRow.title} text={screens.noRow.text} />;
    case 'new-row':
      return <Blank drawing={rowDrawing} title={screens.newRow.title} text={screens.newRow.text} />;
    case 'unknown-contact':
      return <UnknownContact panel={panel} row={screen.row} />;
    case 'unreachable':
      return <Unreachable panel={panel} failure={screen.failure} />;
    case 'refused':
      return <Refused panel={panel} failure={screen.failure} />;
    case 'settings':
      return <Lazy load={loadSettings} props={{ panel }} />;
    case 'contact':
      return <ContactPanel panel={panel} />;
  }
}
