import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { forgetTab, lendStorage } from '../../helpers/browser-storage.ts';
import { type Bench, pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const denied = () => {
  throw new DOMException('denied', 'SecurityError');
};

const denyDatabase = () => vi.spyOn(indexedDB, 'open').mockImplementation(denied);
const denyTab = () => vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(denied);

async function start() {
  const bench = await startPanel();
  onTestFinished(() => bench.close());
  await pass(500);
  return bench;
}

/** Would the browser ask before it lets the page go? */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function typeAndReload(bench: Bench) {
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  bench.reload();
  await pass(2000);
}

test('where all is allowed nobody is asked', async () => {
  lendStorage();
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  expect(asksBeforeLeaving()).toBe(false);
});

test('without a database the tab keeps the text over a reload, and asks before it closes', async () => {
  lendStorage();
  denyDatabase();
  const bench = await start();
  expect(asksBeforeLeaving()).toBe(false);
  await typeAndReload(bench);
  expect(bench.field('city').draft).toBe('Nairo');
  expect(asksBeforeLeaving()).toBe(true);
  bench.panel.fields.keepDraft('city', null);
  expect(asksBeforeLeaving()).toBe(false);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('without locks the tab keeps the text over a reload, and asks before it closes', async () => {
  const bench = await start();
  await typeAndReload(bench);
  expect(bench.field('city').draft).toBe('Nairo');
  expect(asksBeforeLeaving()).toBe(true);
});

test('where nothing is allowed the panel works, and asks before it loses anything', async () => {
  lendStorage();
  denyDatabase();
  denyTab();
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  expect(asksBeforeLeaving()).toBe(true);
  bench.panel.fields.save('city', 'Nairobi');
  await pass(1000);
  expect(bench.field('city')).toMatchObject({ value: 'Nairobi', mark: 'none' });
  expect(asksBeforeLeaving()).toBe(false);
});

test('a database that stops taking anything hands over to the tab', async () => {
  lendStorage();
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(denied);
  bench.panel.fields.keepDraft('state', 'Nairobi County');
  await pass(100);
  expect(asksBeforeLeaving()).toBe(true);
  vi.restoreAllMocks();
  bench.reload();
  await pass(2000);
  expect([bench.field('city').draft, bench.field('state').draft]).toEqual(['Nairo', 'Nairobi County']);
});

test('a tab that cannot keep a shadow keeps what the database has taken', async () => {
  lendStorage();
  denyTab();
  const bench = await start();
  bench.panel.fields.keepDraft('city', 'Nairo');
  await pass(100);
  expect(asksBeforeLeaving()).toBe(false);
  vi.restoreAllMocks();
  bench.close();
  forgetTab();
  bench.reload();
  await pass(2000);
  expect(bench.field('city').draft).toBe('Nairo');
});
