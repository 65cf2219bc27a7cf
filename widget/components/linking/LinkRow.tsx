import { useCallback } from 'preact/hooks';
import type { LinkingMessages } from '../../i18n/en/linking.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Row } from '../../section/port.ts';
import type { Panel } from '../../store/view.ts';
import type { Creation, Finds, Linking, Traces } from '../../store/views/linking.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { Marked } from '../parts/Marked.tsx';
import { ToastLine } from '../parts/ToastLine.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { Candidates, type LinkParts, MatchSkeleton } from './Candidates.tsx';
import { CreateContact, Pending } from './CreateContact.tsx';
import { explainSearchFailure } from './explain-failure.ts';
import { FindContact } from './FindContact.tsx';
import '../screens/Connect.css';
import './LinkRow.css';

const loadRefused = async () => (await import('../screens/Refused.tsx')).Refused;

/** Failures that only a user can resolve. */
const permanentFailures: ReadonlySet<string> = new Set(['unauthenticated', 'forbidden', 'not-connected', 'no-access']);

interface LinkRowProps {
  panel: Pick<Panel, 'readOnly' | 'notices' | 'contact' | 'directory' | 'linking' | 'connecting'>;
  words: LinkingMessages;
  row: Row;
  /** The row has a contact, and the user changes the link. */
  isChange: boolean;
}

/** A row without a contact: candidates, a search, and the creation of a contact. */
export function LinkRow({ panel, words, row, isChange }: LinkRowProps) {
  const linking = useLoaded(panel.linking.load);
  const leave = useCallback(() => {
    if (!isChange) return;
    panel.linking.close();
    // The focus returns to the menu that opened the screen.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus());
  }, [panel, isChange]);

  const failure = linking?.likely.value.failure;
  if (linking && failure && permanentFailures.has(failure.code)) {
    return <Lazy load={loadRefused} props={{ panel: { ...panel, refresh: () => linking.again() }, failure }} />;
  }
  return (
    <>
      <div class="link-row">
        <Title linking={linking} words={words} row={row} isChange={isChange} panel={panel} />
        {linking && <Body panel={panel} linking={linking} words={words} isChange={isChange} onLeave={leave} />}
        {isChange && (
          <button type="button" class="btn btn--wide" onClick={leave}>
            {words.cancel}
          </button>
        )}
      </div>
      <div class="dock">
        <ToastLine panel={panel} />
      </div>
    </>
  );
}

function Body({ isChange, onLeave, ...parts }: LinkParts & { isChange: boolean; onLeave: () => void }) {
  const { panel, linking, words } = parts;
  const { step, candidates } = linking.likely.value;
  const isSettling = linking.creation.value.step === 'duplicates' || linking.creation.value.step === 'not-linked';
  return (
    <>
      <Pending {...parts} isTitled />
      {!isSettling && !linking.text.value && step === 'searching' && <MatchSkeleton label={words.searching} />}
      {!isSettling && !linking.text.value && candidates.length > 0 && <Candidates {...parts} candidates={candidates} />}
      {candidates.length > 0 && !linking.text.value && <div class="or">{words.or}</div>}
      <FindContact {...parts} onLeave={onLeave} />
      {!isChange && !panel.readOnly.value && <CreateContact {...parts} />}
    </>
  );
}

interface TitleProps extends Omit<LinkRowProps, 'isChange'> {
  linking: Linking | null;
  isChange: boolean;
}

function Title({ panel, linking, words, row, isChange }: TitleProps) {
  const messages = useMessages();
  const likely = linking?.likely.value ?? null;
  const traces = linking?.traces.value ?? { name: nameOf(row), email: '', phone: '' };
  const pending = linking && pendingWords(linking.creation.value, words);
  const title = pending?.title ?? (isChange ? words.which : titleFor(likely, traces.name || nameOf(row), words));
  const sentences: string[] = [];
  if (isChange) sentences.push(words.nowLinked(panel.contact.value.data?.name || row.contactId));
  if (pending) sentences.push(pending.text);
  else if (likely?.failure) sentences.push(explainSearchFailure(likely.failure, messages, words));
  else if (likely && likely.step !== 'searching') sentences.push(...explanations(likely, traces, words, isChange));
  if (panel.readOnly.value) sentences.push(words.viewer);
  return (
    <header>
      <h1>{title}</h1>
      <p role="status">
        <Marked text={sentences.join(' ')} />
      </p>
      {likely?.step === 'failed' && (
        <p>
          <button type="button" class="link" onClick={() => linking?.again()}>
            {messages.tryNow}
          </button>
        </p>
      )}
    </header>
  );
}

function pendingWords(creation: Creation, words: LinkingMessages): { title: string; text: string } | null {
  if (creation.step === 'not-linked') return { title: words.notLinked, text: words.unlinked };
  if (creation.step !== 'duplicates') return null;
  return { title: words.duplicates, text: creation.mayCreate ? words.duplicatesHow : words.duplicatesOnly };
}

function titleFor(likely: Finds | null, name: string, words: LinkingMessages): string {
  if (!likely || likely.step === 'searching') return words.looking(name);
  if (likely.step === 'nothing-to-search') return words.nothing;
  if (likely.step === 'failed') return words.failed;
  const { length } = likely.candidates;
  if (length === 0) return words.nobody;
  return length === 1 ? words.isThis(name) : words.isOneOf(name);
}

function explanations(likely: Finds, traces: Traces, words: LinkingMessages, isChange: boolean): string[] {
  if (likely.step === 'nothing-to-search') return isChange ? [] : [words.nothingHow];
  if (likely.candidates.length === 0) return [isChange ? words.nobodyElse : words.nobodyHow];
  const by = likely.candidates.some(({ reasons }) => reasons.includes('email') || reasons.includes('phone'));
  const what = !by ? 'name' : traces.email && traces.phone ? 'both' : traces.email ? 'email' : 'phone';
  return isChange ? [words.lookedFor[what]] : [words.unlinked, words.lookedFor[what]];
}

/** The contact's name in the row. */
function nameOf({ values }: Row): string {
  return values.name || [values.firstName, values.lastName].filter(Boolean).join(' ') || values.email || '';
}
