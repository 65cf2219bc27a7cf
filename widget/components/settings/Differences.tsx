import { useState } from 'preact/hooks';
import type { Failure } from '../../../engine/failure.ts';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import type { Messages } from '../../i18n/en.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useSettingsMessages } from '../../i18n/use-settings.ts';
import type { Panel } from '../../store/view.ts';
import type { DifferenceView, DriftStore, DriftView, RowName } from '../../store/views/drift.ts';
import { explain } from '../parts/explain.ts';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { DifferenceLine } from './DifferenceLine.tsx';
import '../screens/Connect.css';
import './Differences.css';

type CheckWords = SettingsMessages['check'];

/** Lines per page. */
const pageSize = 50;

interface DifferencesProps {
  panel: Pick<Panel, 'now' | 'readOnly' | 'directory' | 'settings' | 'differences'>;
}

/** Compares the whole table with HighLevel, lists the differences, and resolves them. */
export function Differences({ panel }: DifferencesProps) {
  const words = useSettingsMessages()?.check;
  const drift = useLoaded(panel.differences);
  if (!words) return null;
  return (
    <section class="drift" aria-label={words.title}>
      <p class="muted">{words.text}</p>
      {drift ? <Found panel={panel} drift={drift} words={words} /> : <p role="status">{words.reading}</p>}
    </section>
  );
}

interface FoundProps {
  panel: Pick<Panel, 'now' | 'readOnly' | 'directory' | 'settings'>;
  drift: DriftStore;
  words: CheckWords;
}

function Found({ panel, drift, words }: FoundProps) {
  const messages = useMessages();
  const [limit, setLimit] = useState(pageSize);
  const [notShown, setNotShown] = useState(false);
  const { number } = useFormats();
  const view = drift.view.value;
  const { step, differences, failure, flowing } = view;
  const isBusy = step === 'checking' || step === 'sending';
  const show = async (rowId: number) => {
    const isShown = await drift.showRow(rowId);
    setNotShown(!isShown);
    if (isShown) panel.settings.close();
  };
  const hidden = differences.length - limit;
  return (
    <>
      <Figure view={view} words={words} now={panel.now.value} />
      {view.repeats && <p class="muted">{words.repeats}</p>}
      {failure && (
        <p class="field-note field-note--bad" role="alert">
          {explainCheckFailure(failure, words, messages)}
        </p>
      )}
      <p class="drift-acts">
        {isBusy ? (
          <button type="button" class="btn" onClick={() => drift.stop()}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="btn" onClick={() => drift.check()}>
            <Icon name="refresh" size={14} />
            {step === 'new' ? words.start : words.again}
          </button>
        )}
        {flowing > 0 && (
          <button
            type="button"
            class="btn btn--primary"
            disabled={isBusy || panel.readOnly.value}
            onClick={() => drift.sendAll()}
          >
            {words.send(flowing)}
          </button>
        )}
      </p>
      {flowing > 0 && <p class="muted">{words.sendHow}</p>}
      {notShown && <p role="alert">{words.notShown}</p>}
      <ul class="drift-rows" aria-label={words.list} tabIndex={-1}>
        {byRow(differences.slice(0, limit)).map(([rowId, lines]) => (
          <li key={rowId}>
            <RowTitle row={lines[0] ?? { rowId, name: '' }} words={words} onShow={show} />
            <ul>
              {lines.map((line) => (
                <DifferenceLine
                  key={line.field}
                  panel={panel}
                  difference={line}
                  drift={drift}
                  words={words}
                  disabled={isBusy || panel.readOnly.value}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="btn" onClick={() => setLimit(limit + pageSize)}>
          {words.more(number(Math.min(hidden, pageSize)))}
        </button>
      )}
      {[
        { title: words.gone, rows: view.gone.map((row) => ({ row, why: '' })) },
        {
          title: words.unread,
          rows: view.unread.map((row) => ({ row, why: explainCheckFailure(row.failure, words, messages) })),
        },
      ].map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <section key={title} class="drift-left" aria-label={title}>
              <h2>
                {title} <b class="num">{number(rows.length)}</b>
              </h2>
              <ul>
                {rows.slice(0, pageSize).map(({ row, why }) => (
                  <li key={row.rowId}>
                    <RowTitle row={row} words={words} onShow={show} />
                    {why && <small>{why}</small>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

/** Explains why something could not be read. The sentences about saves do not apply, because there is no edit. */
function explainCheckFailure(failure: Failure, words: CheckWords, messages: Messages): string {
  if (failure.side === 'grist') return words.rowsUnread;
  if (failure.code === 'unreachable') return words.unanswered;
  return failure.code === 'rate-limited' ? words.slow : explain(failure, messages, { label: words.title });
}

/** The number of differing rows, and the progress of the check. */
function Figure({ view, words, now }: { view: DriftView; words: CheckWords; now: number }) {
  const { number, moment } = useFormats();
  const { step, columns, rows, total, done, differing, asOf, unlinked, gone, unread } = view;
  if (step === 'new') return null;
  const [ready, all] = [number(done), number(total)];
  const isBusy = step === 'checking' || step === 'sending';
  const isEqual = step === 'done' && columns > 0 && rows > 0 && differing === 0 && gone.length + unread.length === 0;
  return (
    <div class="drift-figure" role="status" aria-busy={isBusy}>
      {rows > 0 && columns > 0 && (
        <p class={differing > 0 ? 'drift-sum is-different' : 'drift-sum'}>
          <span>
            <Marked text={words.differ(differing, number(differing), number(rows))} />
          </span>
          {asOf !== null && !isBusy && <small>{words.asOf(moment(asOf, now))}</small>}
        </p>
      )}
      {isBusy && (
        <>
          <progress value={done} max={total || 1} aria-label={words.title} />
          <p class="muted">
            {total === 0 ? words.reading : step === 'sending' ? words.sent(ready, all) : words.compared(ready, all)}
          </p>
        </>
      )}
      {step === 'stopped' && total > 0 && <p class="is-amber">{words.stopped(ready, all)}</p>}
      {step === 'done' && (rows === 0 || columns === 0) && <p>{rows === 0 ? words.noRows : words.noColumns}</p>}
      {isEqual && (
        <p class="drift-equal">
          <Icon name="check" size={14} />
          {words.equal}
        </p>
      )}
      {unlinked > 0 && <p class="muted">{words.unlinked(unlinked)}</p>}
    </div>
  );
}

function RowTitle({ row, words, onShow }: { row: RowName; words: CheckWords; onShow: (rowId: number) => void }) {
  const name = row.name || words.row(row.rowId);
  return (
    <p class="drift-row">
      <button type="button" class="link" aria-label={words.show(name)} onClick={() => onShow(row.rowId)}>
        {name}
      </button>
      {row.name && <small>{words.row(row.rowId)}</small>}
    </p>
  );
}

function byRow(differences: readonly DifferenceView[]): [number, DifferenceView[]][] {
  const rows = new Map<number, DifferenceView[]>();
  for (const one of differences) rows.set(one.rowId, [...(rows.get(one.rowId) ?? []), one]);
  return [...rows];
}
