import { useState } from 'preact/hooks';
import type { SetupMessages } from '../../i18n/en/setup.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useSettingsMessages } from '../../i18n/use-settings.ts';
import { useSetupMessages } from '../../i18n/use-setup.ts';
import type { Panel } from '../../store/view.ts';
import type { MatchView, SetupStore, SetupView, TableOffer } from '../../store/views/setup.ts';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { fieldName } from '../settings/field-name.ts';
import { type Step, Steps } from './Steps.tsx';
import './SetUpDocument.css';

type SetupPanel = Pick<Panel, 'settings' | 'readOnly'>;

/** Offers to set up the section's table, or to begin with tables that are ready. */
export function SetUpDocument({ panel }: { panel: SetupPanel }) {
  const words = useSetupMessages();
  const store = useLoaded(panel.settings.setup);
  const view = store?.view.value;
  if (!words) return null;
  const failure = store?.failure.value;
  return (
    <div class="setup">
      <h1>{view?.step === 'made' ? words.made : words.title}</h1>
      {store && view ? (
        <Content panel={panel} store={store} view={view} words={words} />
      ) : (
        <p role="status">{words.reading}</p>
      )}
      {failure && <p role="alert">{failure.code === 'access-rule' ? words.refused : words.failed}</p>}
    </div>
  );
}

interface ContentProps {
  panel: SetupPanel;
  store: SetupStore;
  view: SetupView;
  words: SetupMessages;
}

function Content({ panel, store, view, words }: ContentProps) {
  switch (view.step) {
    case 'reading':
      return <p role="status">{words.reading}</p>;
    case 'unreadable':
      return (
        <>
          <p>{words.hidden}</p>
          <ByHand words={words} />
        </>
      );
    case 'obstacle':
      return (
        <>
          <p>
            <Marked text={words[view.kind](view.title, view.of)} />
          </p>
          <p>
            <Marked text={words.data} />
          </p>
        </>
      );
    case 'made':
      return (
        <>
          <ul class="setup-found">
            {view.pages.map((page) => (
              <Found key={page} text={`**${page}**`} />
            ))}
          </ul>
          <p>{words.madeText}</p>
          <p class="setup-undo">{words.undo}</p>
        </>
      );
    case 'offer':
      return <Offer panel={panel} store={store} table={view.table} words={words} />;
  }
}

function Offer({ panel, store, table, words }: Omit<ContentProps, 'view'> & { table: TableOffer }) {
  const { number } = useFormats();
  const [isByHand, setByHand] = useState(false);
  const writing = store.writing.value;
  const isDisabled = panel.readOnly.value || writing !== null;
  const makeFresh = () => store.startFresh(words.template, words.idLabel);
  return (
    <>
      <p>{words.rows(table.title, table.rowCount, number(table.rowCount))}</p>
      {table.setUpOn !== null && (
        <p>
          <Marked text={words.setUpOn(table.setUpOn)} />
        </p>
      )}
      {panel.readOnly.value && <p role="note">{words.editorsOnly}</p>}
      <div class="setup-choices">
        {table.setUpOn !== null && (
          <button type="button" class="btn btn--primary" disabled={isDisabled} onClick={() => store.copySetup()}>
            {words.copy}
          </button>
        )}
        <button
          type="button"
          class={table.setUpOn === null ? 'btn btn--primary' : 'btn'}
          disabled={isDisabled}
          onClick={() => store.useTable(words.idLabel)}
        >
          {writing === 'table' ? words.using : words.use}
        </button>
        <button type="button" class="btn" disabled={isDisabled} onClick={makeFresh} aria-describedby="setup-fresh">
          {writing === 'template' ? words.making : words.fresh}
        </button>
        <small id="setup-fresh">{words.freshText}</small>
      </div>
      <Findings table={table} words={words} />
      {table.matches.length > 0 && <Matches store={store} matches={table.matches} words={words} />}
      <p class="setup-undo">{words.undo}</p>
      <button type="button" class="link" aria-expanded={isByHand} onClick={() => setByHand(!isByHand)}>
        {words.byHand}
      </button>
      {isByHand && <ByHand words={words} />}
    </>
  );
}

function Findings({ table, words }: { table: TableOffer; words: SetupMessages }) {
  const { number } = useFormats();
  const { idColumn, following } = table;
  const chosen = table.matches.filter(({ isChosen }) => isChosen).length;
  return (
    <ul class="setup-found">
      <Found
        text={
          idColumn
            ? words.idFound(idColumn.label, idColumn.filled, number(idColumn.filled))
            : words.idMade(words.idLabel)
        }
      />
      {table.matches.length > 0 ? <Found text={words.matched(chosen)} /> : <Found isOpen text={words.noMatch} />}
      {following === 'none' ? (
        <Found isOpen text={words.followsNone} />
      ) : (
        <Found text={following === 'already' ? words.followsAlready : words.follows(following.title)} />
      )}
    </ul>
  );
}

/** One thing that was found; `isOpen`: it needs a person. */
function Found({ text, isOpen = false }: { text: string; isOpen?: boolean }) {
  return (
    <li class={isOpen ? 'setup-open' : undefined}>
      <Icon name={isOpen ? 'info' : 'check'} size={14} />
      <span>
        <Marked text={text} />
      </span>
    </li>
  );
}

interface MatchesProps {
  store: SetupStore;
  matches: readonly MatchView[];
  words: SetupMessages;
}

/** Each column with the field that it seems to hold, and what its cells hold. */
function Matches({ store, matches, words }: MatchesProps) {
  const { fields } = useMessages().contact;
  const settings = useSettingsMessages();
  if (!settings) return null;
  return (
    <details class="setup-matches" open>
      <summary>{words.matches}</summary>
      <ul>
        {matches.map((match) => {
          const field = fieldName(match.field, match.fieldLabel, settings.sync, fields);
          return (
            <li key={match.colId}>
              <label>
                <input
                  type="checkbox"
                  class="check"
                  aria-label={words.match(match.label, field)}
                  checked={match.isChosen}
                  onChange={() => store.choose(match.colId, !match.isChosen)}
                />
                <span>
                  <b>{match.label}</b> → {field}
                  <small class="clip">{match.samples.join(' · ')}</small>
                  {match.direction !== 'both' && <small>{words.oneWay[match.direction]}</small>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function ByHand({ words: { unmapped } }: { words: SetupMessages }) {
  const steps: Step[] = [
    { state: 'done', title: unmapped.accessDone },
    { state: 'now', title: unmapped.choose, text: unmapped.chooseHow },
    { state: 'later', title: unmapped.follow, text: unmapped.followHow },
    { state: 'later', title: unmapped.match, text: unmapped.matchHow },
  ];
  return <Steps steps={steps} />;
}
