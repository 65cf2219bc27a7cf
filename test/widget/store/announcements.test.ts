import { beforeEach, expect, test, vi } from 'vitest';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start() {
  const bench = await startPanel();
  await pass(1000);
  const said: [string, unknown][] = [];
  bench.panel.notices.announcement.subscribe((announcement) => {
    if (announcement) said.push([announcement.code, announcement.text ?? announcement.count]);
  });
  said.length = 0;
  return { bench, said };
}

test('a row is named once the cursor rests', async () => {
  const { bench, said } = await start();
  bench.grist.select(2);
  await pass(200);
  bench.grist.select(3);
  await pass(1000);
  expect(said).toEqual([['contact', bench.grist.row(3).values.name]]);
});

test('filtering tells how many entries are shown, once typing rests', async () => {
  const { bench, said } = await start();
  bench.panel.timeline.search.value = 'x';
  await pass(100);
  bench.panel.timeline.search.value = '';
  bench.panel.timeline.kind.value = 'task';
  await pass(1000);
  expect(said).toEqual([['entries-shown', bench.panel.timeline.view.value.counts.task]]);
});

test('saving and failing are said', async () => {
  const { bench, said } = await start();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  bench.panel.fields.save('email', 'nonsense');
  await pass(500);
  expect(said.map((announcement) => announcement[0])).toEqual(['saved', 'save-failed']);
});

test('the same words twice are two announcements', async () => {
  const { bench } = await start();
  bench.panel.fields.save('city', 'Nairobi');
  await pass(500);
  const first = bench.panel.notices.announcement.value;
  bench.panel.fields.save('city', 'Mombasa');
  await pass(500);
  expect(bench.panel.notices.announcement.value?.code).toBe(first?.code);
  expect(bench.panel.notices.announcement.value?.sequence).not.toBe(first?.sequence);
});

test('copying puts the text on the clipboard and says so', async () => {
  const { bench } = await start();
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  bench.panel.copy('+254722445903');
  await pass(10);
  expect(writeText).toHaveBeenCalledWith('+254722445903');
  expect(bench.panel.notices.toast.value).toMatchObject({ code: 'copied', undoable: false });
  vi.unstubAllGlobals();
});
