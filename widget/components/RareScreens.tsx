import type { Row } from '../grist/port.ts';
import type { LateMessages } from '../i18n/en/late.ts';
import { useLateMessages } from '../i18n/late-words.ts';
import type { Panel, Screen } from '../store/view.ts';
import { Icon } from './Icon.tsx';
import { Setup, type Step } from './Setup.tsx';
import { UnknownContact } from './UnknownContact.tsx';

type RareScreen = Extract<Screen, { kind: 'no-access' | 'unmapped' | 'unlinked' | 'unknown-contact' | 'change-link' }>;

/** The screens of a panel that cannot show a contact until somebody has done something. */
export function RareScreens({ panel, screen }: { panel: Panel; screen: RareScreen }) {
  const words = useLateMessages();
  if (!words) return null;
  switch (screen.kind) {
    case 'no-access':
      return <Setup title={words.access.title} text={words.access.text} steps={stepsToAccess(words)} />;
    case 'unmapped':
      return <Setup title={words.unmapped.title} text={words.unmapped.text} steps={stepsToMapping(words)} />;
    case 'unlinked':
    case 'change-link':
      return (
        <Setup
          title={words.unlinked.title(nameOf(screen.row))}
          text={words.unlinked.text}
          steps={stepsToContact(words)}
        />
      );
    case 'unknown-contact':
      return <UnknownContact panel={panel} row={screen.row} words={words.gone} />;
  }
}

function stepsToAccess({ access }: LateMessages): Step[] {
  const picture = (
    <div class="mock" aria-hidden="true">
      <p class="mock-caption">{access.levelCaption}</p>
      <div class="mock-choice">
        <span class="clip">{access.levelValue}</span>
        <Icon name="chevron" size={14} />
      </div>
    </div>
  );
  return [
    { state: 'now', title: access.menu, text: access.menuHow },
    { state: 'now', title: access.options, text: access.optionsHow },
    { state: 'now', title: access.level, text: access.levelHow, picture },
  ];
}

const stepsToMapping = ({ unmapped }: LateMessages): Step[] => [
  { state: 'done', title: unmapped.accessDone },
  { state: 'now', title: unmapped.choose, text: unmapped.chooseHow },
  { state: 'later', title: unmapped.match, text: unmapped.matchHow },
];

function stepsToContact({ unlinked }: LateMessages): Step[] {
  const address = (
    <p class="mock" aria-hidden="true">
      app.gohighlevel.com/…/contacts/detail/<b>ocQHyuzHvysMo5N5VsXc</b>
    </p>
  );
  return [
    { state: 'now', title: unlinked.open, text: unlinked.openHow, picture: address },
    { state: 'now', title: unlinked.copy },
    { state: 'now', title: unlinked.paste, text: unlinked.pasteHow },
  ];
}

function nameOf({ values }: Row): string {
  return values.name || [values.firstName, values.lastName].filter(Boolean).join(' ') || values.email || '';
}
