import { useId } from 'preact/hooks';
import { type EntryKind, entryColumns } from '../../../sync/entries.ts';
import type { MirrorMessages } from '../../i18n/en/mirror.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useMirrorMessages } from '../../i18n/use-mirror.ts';
import type { MirrorTable, TableChoice } from '../../section/port.ts';
import type { Panel } from '../../store/view.ts';
import type { FillView, MirrorTables } from '../../store/views/mirror.ts';
import { explain } from '../parts/explain.ts';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import './MirrorSettings.css';

const kinds: readonly EntryKind[] = ['task', 'note', 'appointment'];

/** Chooses which tables of the document mirror tasks, notes and appointments. */
export function MirrorSettings({ panel }: { panel: Panel }) {
  const messages = useMessages();
  const words = useMirrorMessages();
  const store = useLoaded(panel.mirrorTables);
  if (!words) return null;
  const disabled = panel.readOnly.value;
  const failure = store?.failure.value;
  const isMirrored = store && Object.keys(store.chosen.value).length > 0;
  return (
    <section class="block" aria-labelledby="settings-mirror">
      <h2 id="settings-mirror">{words.title}</h2>
      <p>{words.text}</p>
      {store &&
        kinds.map((kind) => <KindChoice key={kind} kind={kind} store={store} words={words} disabled={disabled} />)}
      {failure && <p role="alert">{explain(failure, messages, { label: words.title })}</p>}
      {isMirrored && <Fill store={store} words={words} disabled={disabled} />}
    </section>
  );
}

interface KindProps {
  kind: EntryKind;
  store: MirrorTables;
  words: MirrorMessages;
  disabled: boolean;
}

function KindChoice({ kind, store, words, disabled }: KindProps) {
  const tables = store.tables.value ?? [];
  const chosen = store.chosen.value[kind];
  const table = tables.find(({ tableId }) => tableId === chosen?.tableId);
  const isMaking = store.making.value === kind;
  const id = useId();
  return (
    <div class="mirror">
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
}: KindProps & { chosen: MirrorTable; table: TableChoice }) {
  const keys = ['id', 'contact', ...entryColumns[kind].map(({ key }) => key)];
  const joined = keys.filter((key) => table.columns.some(({ colId }) => colId === chosen.columns[key]));
  const id = useId();
  const missing = !joined.includes('id') ? words.needsId : !joined.includes('contact') ? words.needsContact : null;
  return (
    <details class="mirror-columns" open={missing !== null}>
      <summary>{words.columns(joined.length, keys.length)}</summary>
      {missing && <p role="status">{missing}</p>}
      <div class="mirror-grid">
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
      <div class="mirror-fill">
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
      <div class="mirror-fill">
        <button type="button" class="btn" disabled={disabled} onClick={() => store.fillAll()}>
          {words.fill}
        </button>
        {fill && <span role="status">{fillResult(fill, words)}</span>}
      </div>
      {fill?.failure && <p role="alert">{explain(fill.failure, messages, { label: words.title })}</p>}
    </>
  );
}

const fillResult = ({ done, failed }: FillView, words: MirrorMessages) =>
  [words.filled(done - failed), failed > 0 && words.failed(failed)].filter(Boolean).join(' ');
