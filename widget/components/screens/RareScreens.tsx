import type { SetupMessages } from '../../i18n/en/setup.ts';
import { useLinkingMessages } from '../../i18n/use-linking.ts';
import { useSetupMessages } from '../../i18n/use-setup.ts';
import type { Panel, Screen } from '../../store/view.ts';
import { InvalidId } from '../linking/InvalidId.tsx';
import { LinkRow } from '../linking/LinkRow.tsx';
import { UnknownContact } from '../linking/UnknownContact.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Blank } from './Blank.tsx';
import { rowDrawing } from './Drawing.tsx';
import { Setup, type Step } from './Setup.tsx';

type Rare<Kind extends Screen['kind']> = Extract<Screen, { kind: Kind }>;
type SetupScreen = Rare<'no-access' | 'unmapped'>;
type RowScreen = Rare<'new-row' | 'unlinked' | 'invalid-id' | 'unknown-contact' | 'change-link'>;

interface RareScreensProps {
  panel: Pick<Panel, 'readOnly' | 'notices' | 'contact' | 'directory' | 'linking' | 'connecting' | 'refresh' | 'copy'>;
  screen: SetupScreen | RowScreen;
}

/** The screens that show no contact until the user has acted. */
export function RareScreens({ panel, screen }: RareScreensProps) {
  return screen.kind === 'no-access' || screen.kind === 'unmapped' ? (
    <SetupScreens screen={screen} />
  ) : (
    <RowScreens panel={panel} screen={screen} />
  );
}

function SetupScreens({ screen }: { screen: SetupScreen }) {
  const words = useSetupMessages();
  if (!words) return null;
  return screen.kind === 'no-access' ? (
    <Setup title={words.access.title} text={words.access.text} steps={stepsToAccess(words)} />
  ) : (
    <Setup title={words.unmapped.title} text={words.unmapped.text} steps={stepsToMapping(words)} />
  );
}

interface RowScreensProps {
  panel: Pick<Panel, 'readOnly' | 'notices' | 'contact' | 'directory' | 'linking' | 'connecting' | 'refresh' | 'copy'>;
  screen: RowScreen;
}

function RowScreens({ panel, screen }: RowScreensProps) {
  const words = useLinkingMessages();
  if (!words) return null;
  if (screen.kind === 'new-row') return <Blank drawing={rowDrawing} {...words.newRow} />;
  const { row } = screen;
  const identity = `${row.rowId} ${row.contactId}`;
  if (screen.kind === 'invalid-id')
    return <InvalidId key={`${identity} ${row.invalidId}`} panel={panel} row={row} words={words} />;
  if (screen.kind === 'unknown-contact') return <UnknownContact key={identity} panel={panel} row={row} words={words} />;
  return <LinkRow key={identity} panel={panel} row={row} words={words} isChange={screen.kind === 'change-link'} />;
}

function stepsToAccess({ access }: SetupMessages): Step[] {
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

const stepsToMapping = ({ unmapped }: SetupMessages): Step[] => [
  { state: 'done', title: unmapped.accessDone },
  { state: 'now', title: unmapped.choose, text: unmapped.chooseHow },
  { state: 'later', title: unmapped.match, text: unmapped.matchHow },
];
