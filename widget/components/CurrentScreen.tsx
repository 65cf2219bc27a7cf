import type { ComponentType } from 'preact';
import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { Booting } from './Booting.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { Lazy } from './Lazy.tsx';
import { NoAccess } from './NoAccess.tsx';
import { Refused } from './Refused.tsx';
import { UnknownContact } from './UnknownContact.tsx';
import { Unlinked } from './Unlinked.tsx';
import { Unmapped } from './Unmapped.tsx';
import { Unreachable } from './Unreachable.tsx';

const loadSettings = (): Promise<ComponentType<{ panel: Panel }>> =>
  import('./Settings.tsx').then((module) => module.Settings);

/** What the panel shows now: a contact, or why there is none. */
export function CurrentScreen({ panel }: { panel: Panel }) {
  const { screens } = useMessages();
  const screen = panel.screen.value;
  switch (screen.kind) {
    case 'booting':
      return <Booting />;
    case 'outside-grist':
      return <Blank drawing="row" title={screens.outside.title} text={screens.outside.text} />;
    case 'no-access':
      return <NoAccess />;
    case 'unmapped':
      return <Unmapped />;
    case 'no-row':
      return <Blank drawing="row" title={screens.noRow.title} text={screens.noRow.text} />;
    case 'new-row':
      return <Blank drawing="row" title={screens.newRow.title} text={screens.newRow.text} />;
    case 'unlinked':
      return <Unlinked row={screen.row} />;
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
