import { beforeEach, expect, test, vi } from 'vitest';
import { createNote } from '../../../highlevel/notes.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { createCutter } from '../../helpers/cutter.ts';
import { proxyFetch } from '../../helpers/proxy-fetch.ts';
import { pass } from '../../helpers/start-panel.ts';
import { noteForm, tomorrow } from './entry-bench.ts';
import { startEntryTables } from './entry-tables-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

type Opened = Awaited<ReturnType<typeof startEntryTables>>;

const due = () => new Date(tomorrow()).toISOString().replace('.000Z', 'Z');
const text = 'Prefers the oak.';

const changes: Readonly<Record<string, (bench: Opened) => unknown>> = {
  'a note written in the composer': ({ send }) => send(null, noteForm({ title: text })),
  'a note edited in the panel': async ({ send, notes, work }) => {
    const [note] = await notes();
    const form = work.formFor('note', note!.id);
    if (form?.kind === 'note') send(note!.id, { ...form, title: text });
  },
  'a task typed as a new row': ({ entryTables }) => entryTables.add('task', 1, { title: text, due: due() }),
  'a task’s title typed in its row': async ({ entryTables, tasks, rowFor }) => {
    const [task] = await tasks();
    entryTables.type('task', rowFor('task', task!.id).rowId, { title: text });
  },
  'a note made in HighLevel': async ({ api, contactId, panel }) => {
    await createNote(api, contactId, { title: text, body: text });
    panel.refresh();
  },
};

/** The entries of that title, and those of them that have a row. */
async function found({ notes, tasks, rowsOf }: Opened): Promise<readonly [number, number]> {
  const ids = [...(await notes()), ...(await tasks())].filter(({ title }) => title === text).map(({ id }) => id);
  const rows = [...rowsOf('note'), ...rowsOf('task')].filter(({ values }) => values.title === text);
  return [ids.length, rows.filter(({ id }) => ids.includes(id)).length];
}

/** Makes the change and ends the page at one of its calls; another one opens, and whoever claimed something is taken for gone. */
async function cutAt(point: number, change: (bench: Opened) => unknown) {
  lendStorage();
  const { onCall, arm, cut } = createCutter();
  const sandbox = createSandbox({ contacts: 5 });
  const opened = await startEntryTables({ sandbox, linked: 1, proxy: await proxyFetch(sandbox), onCall });
  const { bench } = opened;
  // Slower than the browser's own database, as the network is.
  sandbox.faults.add('latency', { ms: 100 });
  arm(point, bench.close);
  await Promise.all([change(opened), pass(12_000)]);
  sandbox.faults.clear();
  forgetTab();
  bench.reload();
  await pass(20_000);
  vi.setSystemTime(Date.now() + 360_000);
  await pass(20_000);
  const { drafts } = await bench.panel.entryWork();
  const inSight = drafts.value.filter(
    ({ sending, form }) => !sending && form.kind !== 'appointment' && form.title === text,
  );
  const [entries, rows] = await found(opened);
  bench.close();
  return {
    cut: cut(),
    isDone: entries === 1 && rows === 1 && drafts.value.length === 0,
    entries,
    inSight: inSight.length,
  };
}

test.each(Object.keys(changes))(
  '%s is in HighLevel and in its row once, or in sight, wherever its tab closes',
  async (name) => {
    const ends: Awaited<ReturnType<typeof cutAt>>[] = [];
    do ends.push(await cutAt(ends.length, changes[name]!));
    while (ends.at(-1)?.cut !== '');
    expect(ends.map(({ cut }) => cut)).toContain('after finish');
    expect(ends.filter(({ isDone, entries, inSight }) => !isDone && (entries > 0 || inSight !== 1))).toEqual([]);
  },
);
