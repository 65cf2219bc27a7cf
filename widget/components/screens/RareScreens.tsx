import { useLinkingMessages } from '../../i18n/use-linking.ts';
import { useSetupMessages } from '../../i18n/use-setup.ts';
import type { Panel, Screen } from '../../store/view.ts';
import { InvalidId } from '../linking/InvalidId.tsx';
import { LinkRow } from '../linking/LinkRow.tsx';
import { UnknownContact } from '../linking/UnknownContact.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { Marked } from '../parts/Marked.tsx';
import { Blank } from './Blank.tsx';
import { rowDrawing } from './Drawing.tsx';
import { Setup } from './Setup.tsx';
import type { Step } from './Steps.tsx';

type Rare<Kind extends Screen['kind']> = Extract<Screen, { kind: Kind }>;
type RowScreen = Rare<'new-row' | 'unlinked' | 'invalid-id' | 'unknown-contact' | 'change-link'>;

interface RareScreensProps {
  panel: RowScreensProps['panel'] & Pick<Panel, 'settings'>;
  screen: Rare<'no-access' | 'unmapped'> | RowScreen;
}

const loadSetUp = async () => (await import('./SetUpDocument.tsx')).SetUpDocument;

/** The screens that show no contact until the user has acted. */
export function RareScreens({ panel, screen }: RareScreensProps) {
  if (screen.kind === 'no-access') return <Access level={screen.level} />;
  if (screen.kind === 'unmapped') return <Lazy load={loadSetUp} props={{ panel }} />;
  return <RowScreens panel={panel} screen={screen} />;
}

/** Grist reloads the panel when the access level changes, so this continues automatically. */
function Access({ level }: Pick<Rare<'no-access'>, 'level'>) {
  const words = useSetupMessages()?.access;
  if (!words) return null;
  const picture = (
    <div class="mock" aria-hidden="true">
      <p class="mock-caption">{words.levelCaption}</p>
      <div class="mock-choice">
        <span class="clip">{words.levelNow[level]}</span>
        <Icon name="chevron" size={14} />
      </div>
      <p class="mock-asks">
        <Marked text={words.asks} />
      </p>
      <div class="mock-buttons">
        <span class="mock-accept">{words.accept}</span>
        <span>{words.reject}</span>
      </div>
    </div>
  );
  const steps: Step[] = [
    { state: 'now', title: words.options, text: words.optionsHow },
    { state: 'now', title: words.level, text: words.levelHow, picture },
  ];
  return (
    <Setup title={words.title} text={words.text} steps={steps}>
      <p role="status" class="setup-waiting">
        <Icon name="arc" size={14} />
        {words.waiting}
      </p>
    </Setup>
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
