import type { LinkingMessages } from '../../i18n/en/linking.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Row } from '../../section/port.ts';
import type { Panel } from '../../store/view.ts';
import { CopyButton } from '../contact/CopyButton.tsx';
import { ToastLine } from '../parts/ToastLine.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { Blank } from '../screens/Blank.tsx';
import type { DrawingLines } from '../screens/Drawing.tsx';
import { Candidates } from './Candidates.tsx';
import { CreateContact, Pending } from './CreateContact.tsx';
import { explainLinkFailure } from './explain-failure.ts';
import '../screens/Connect.css';
import './LinkRow.css';

/** A dashed frame around a person. */
const drawing: DrawingLines = {
  plain:
    'M18 4h5M27 4h5M36 4h5M45 4h5M18 48h5M27 48h5M36 48h5M45 48h5M14 8v5M14 17v5M14 26v5M14 35v5M58 8v5M58 17v5M58 26v5M58 35v5',
  ink: 'M29.5 20a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M24 39c1.5-7 6-10 12-10s10.5 3 12 10',
};

interface UnknownContactProps {
  panel: Pick<Panel, 'readOnly' | 'notices' | 'directory' | 'linking' | 'refresh' | 'copy'>;
  row: Row;
  words: LinkingMessages;
}

/** The row's contact no longer exists: possible successors, and actions for the row. */
export function UnknownContact({ panel, row, words }: UnknownContactProps) {
  const messages = useMessages();
  const linking = useLoaded(panel.linking.load);
  const successors = linking?.likely.value.candidates ?? [];
  const step = linking?.linking.value;
  const creation = linking?.creation.value.step ?? 'idle';
  const isIdle = creation === 'idle';
  const parts = linking && { panel, linking, words };
  const isSettling = creation === 'duplicates' || creation === 'not-linked';
  const mayWrite = parts && !panel.readOnly.value;

  const find = () => {
    // The contact may have been restored.
    panel.refresh();
    panel.linking.open();
  };
  const id = (
    <>
      {words.gone.id} <span class="num">{row.contactId}</span>{' '}
      <CopyButton panel={panel} text={row.contactId} label={messages.contact.menu.copyId} />
    </>
  );
  return (
    <>
      <Blank drawing={drawing} title={words.gone.title} text={words.gone.text} small={id}>
        {parts && isSettling && (
          <div class="link-row gone-successors">
            <Pending {...parts} />
          </div>
        )}
        {parts && !isSettling && successors.length > 0 && (
          <section class="link-row gone-successors" aria-label={words.gone.successor}>
            <h2>{words.gone.successor}</h2>
            <Candidates {...parts} candidates={successors} />
          </section>
        )}
        {parts && !isIdle && !isSettling && (
          <div class="link-row gone-successors">
            <CreateContact {...parts} />
          </div>
        )}
        <button type="button" class={successors.length > 0 ? 'btn' : 'btn btn--primary'} onClick={find}>
          {words.gone.find}
        </button>
        {mayWrite && isIdle && (
          <button type="button" class="btn" onClick={() => linking.create()}>
            {words.gone.create}
          </button>
        )}
        {mayWrite && (
          <button
            type="button"
            class="btn btn--quiet"
            disabled={step?.step === 'linking'}
            onClick={() => linking.clear()}
          >
            {words.gone.clear}
          </button>
        )}
        {step?.step === 'failed' && step.contactId === '' && step.failure && (
          <p role="alert">{explainLinkFailure(step.failure, messages, words)}</p>
        )}
      </Blank>
      <div class="dock">
        <ToastLine panel={panel} />
      </div>
    </>
  );
}
