import { useId } from 'preact/hooks';
import type { EntryColumns } from '../../../grist/entry-table.ts';
import type { TableChoice } from '../../../grist/structure.ts';
import { type EntryKind, entryColumns } from '../../../sync/entries.ts';
import type { EntryTablesMessages } from '../../i18n/en/entry-tables.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useEntryTablesMessages } from '../../i18n/use-entry-tables.ts';
import type { Panel } from '../../store/view.ts';
import type { EntryTableSettings, FillView } from '../../store/views/entry-tables.ts';
import { explain } from '../parts/explain.ts';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import './EntryTables.css';

const kinds: readonly EntryKind[] = ['task', 'note', 'appointment'];

/** Chooses which tables of the document have tasks, notes and appointments as their rows. */
export function EntryTables({ panel }: { panel: Pick<Panel, 'readOnly' | 'settings'> }) {
  const messages = useMessages();
  const words = useEntryTablesMessages();
  const store = useLoaded(panel.settings.entryTables);
  if (!words) return null;
  const disabled = panel.readOnly.value;
  const failure = store?.failure.value;
  const hasTable = store && Object.keys(store.chosen.value).length > 0;
  return (
    <section class="block" aria-labelledby="settings-entry-tables">
      <h2 id="settings-entry-tables">{words.title}</h2>
      <p>{words.text}</p>
      {store &&
        kinds.map((kind) => <KindChoice key={kind} kind={kind} store={store} words={words} disabled={disabled} />)}
      {failure && <p role="alert">{explain(failure, messages, { label: words.title })}</p>}
      {hasTable && <Fill store={store} words={words} disabled={disabled} />}
    </section>
  );
}

interface KindProps {
  kind: EntryKind;
  store: EntryTableSettings;
  words: EntryTablesMessages;
  disabled: boolean;
}

function KindChoice({ kind, store, words, disabled }: KindProps) {
  const tables = store.tables.value ?? [];
  const chosen = store.chosen.value[kind];
  const table = tables.find(({ tableId }) => tableId === chosen?.tableId);
  const isMaking = store.making.value === kind;
  const id = useId();
  return (
    <div class="entry-table">
      <div class="lab">
        <label for={id}>{words.kinds[kind]}</label>
        <Select
          id={id}
          value={chosen?.tableId ?? ''}
          choices={[
            { value: '', label: words.none },
            ...tables.map(({ tableId }) => ({ value: tableId, label: tableId.replaceAll('_', ' ') })),
          ]}
          disabled={disabled}
          onPick={(tableId) => store.choose(kind, tableId)}
        />
      </div>
      {!chosen && (
        <button
          type="button"
          class="btn"
          disabled={disabled || store.making.value !== null}
          aria-label={`${words.create}: ${words.kinds[kind]}`}
          onClick={() => store.create(kind)}
        >
          {isMaking ? words.creating : words.create}
        </button>
      )}
      {chosen && table && (
        <Columns kind={kind} store={store} words={words} disabled={disabled} chosen={chosen} table={table} />
      )}
    </div>
  );
}

function Columns({
  kind,
  store,
  words,
  disabled,
  chosen,
  table,
}: KindProps & { chosen: EntryColumns; table: TableChoice }) {
  const keys = ['id', 'contact', ...entryColumns[kind].map(({ key }) => key)];
  const joined = keys.filter((key) => table.columns.some(({ colId }) => colId === chosen.columns[key]));
  const id = useId();
  const missing = !joined.includes('id') ? words.needsId : !joined.includes('contact') ? words.needsContact : null;
  return (
    <details class="entry-table-columns" open={missing !== null}>
      <summary>{words.columns(joined.length, keys.length)}</summary>
      {missing && <p role="status">{missing}</p>}
      <div class="entry-table-grid">
        {keys.map((key) => (
          <div key={key} class="lab">
            <label for={`${id}${key}`}>{words.keys[key]}</label>
            <Select
              id={`${id}${key}`}
              value={chosen.columns[key] ?? ''}
              choices={[
                { value: '', label: words.noColumn },
                ...table.columns.map(({ colId, label }) => ({ value: colId, label })),
              ]}
              disabled={disabled}
              onPick={(colId) => store.join(kind, key, colId)}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

function Fill({ store, words, disabled }: Omit<KindProps, 'kind'>) {
  const messages = useMessages();
  const fill = store.fill.value;
  if (fill?.running) {
    const progress = words.filling(fill.done, fill.total);
    return (
      <div class="entry-table-fill">
        <progress max={fill.total || 1} value={fill.done} aria-label={progress} />
        <span class="num">{progress}</span>
        <button type="button" class="btn" onClick={() => store.stopFilling()}>
          {words.stop}
        </button>
      </div>
    );
  }
  return (
    <>
      <p>{words.fillText}</p>
      <div class="entry-table-fill">
        <button type="button" class="btn" disabled={disabled} onClick={() => store.fillAll()}>
          {words.fill}
        </button>
        {fill && <span role="status">{fillResult(fill, words)}</span>}
      </div>
      {fill?.failure && <p role="alert">{explain(fill.failure, messages, { label: words.title })}</p>}
    </>
  );
}

const fillResult = ({ done, failed }: FillView, words: EntryTablesMessages) =>
  [words.filled(done - failed), failed > 0 && words.failed(failed)].filter(Boolean).join(' ');
