import { expect, test } from 'vitest';
import { giveHistory, withoutEntryTables } from '../helpers/long-history.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { isUpToDate } from '../helpers/panel.ts';

const count = 5000;
const row = 3;

async function openLong(): Promise<OpenGrist> {
  const grist = await openGrist();
  await withoutEntryTables(grist);
  giveHistory(grist.demo.sandbox, String(await grist.cell('Contacts', row, 'HighLevel_ID')), count);
  await grist.selectRow(row);
  await grist.panel.getByRole('heading', { name: /Upcoming \d{4}/ }).waitFor();
  await isUpToDate(grist);
  return grist;
}

/** Where each entry of the history stands in the timeline, by what the page itself tells. */
const entries = ({ panel }: OpenGrist) => panel.locator('[data-entry^="long"]');
const ids = (grist: OpenGrist) =>
  entries(grist).evaluateAll((all) => all.map((entry) => entry.getAttribute('data-entry') ?? ''));
/** Some frames after a jump all around it is in the page and measured. */
const calm = async (grist: OpenGrist) =>
  (await grist.panelFrame()).evaluate(async () => {
    for (let frame = 0; frame < 8; frame++) await new Promise(requestAnimationFrame);
  });
const focused = async (grist: OpenGrist) =>
  (await grist.panelFrame()).evaluate(() => {
    const entry = document.activeElement;
    const { top = 0, bottom = 0 } = entry?.getBoundingClientRect() ?? {};
    const isSeen = top >= 0 && bottom <= window.innerHeight + 1;
    return { id: entry?.getAttribute('data-entry') ?? '', isSeen };
  });

test('the last of 5,000 entries is a key away, and each in between is met once', async () => {
  const grist = await openLong();
  const { page } = grist;
  await entries(grist).first().focus();
  const first = await focused(grist);
  await page.keyboard.press('End');
  await calm(grist);
  const last = await focused(grist);
  expect(last.isSeen).toBe(true);
  expect(last.id).not.toBe(first.id);
  const met = [last.id];
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('k');
    const { id, isSeen } = await focused(grist);
    expect(isSeen).toBe(true);
    met.push(id);
  }
  expect(new Set(met).size).toBe(41);
  await page.keyboard.press('Home');
  expect(await focused(grist)).toEqual({ id: first.id, isSeen: true });
});

test('scrolling from the top to the end passes every entry, in order and once', async () => {
  const grist = await openLong();
  const frame = await grist.panelFrame();
  const passed: string[] = [];
  const note = async () => {
    const all = await ids(grist);
    // The first and the last entry are always in the page; what lies between is what is looked at.
    for (const id of all.slice(1, -1)) if (!passed.includes(id)) passed.push(id);
  };
  // A fortieth of the way is enough to pass through a hundred windows' worth of entries.
  for (let step = 0; step < 25; step++) {
    await note();
    await frame.evaluate(() => window.scrollBy(0, 500));
    await calm(grist);
  }
  await note();
  const upcoming = passed.map((id) => Number(id.split('x')[1])).filter((index) => index < count / 2);
  expect(upcoming.length).toBeGreaterThan(100);
  // The soonest is first, and nothing between two that were passed is missing, but for notes, which are past.
  expect(upcoming).toEqual(upcoming.toSorted((left, right) => right - left));
  const wanted = Array.from({ length: upcoming[0]! - upcoming.at(-1)! + 1 }, (_, index) => upcoming[0]! - index);
  expect(upcoming).toEqual(wanted.filter((index) => index % 3 !== 1));

  await frame.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(async () => (await ids(grist)).length).toBeGreaterThan(12);
  const end = await entries(grist).last().boundingBox();
  expect(end).not.toBeNull();
});

test('what is looked at stays in its place when entries arrive above it', async () => {
  const grist = await openLong();
  const frame = await grist.panelFrame();
  await frame.evaluate(() => window.scrollTo(0, 30_000));
  await calm(grist);
  const look = () =>
    frame.evaluate(() => {
      const seen = [...document.querySelectorAll('[data-entry]')].find(
        (entry) => entry.getBoundingClientRect().top > 100,
      );
      return { id: seen?.getAttribute('data-entry'), top: Math.round(seen?.getBoundingClientRect().top ?? 0) };
    });
  const before = await look();
  const { sandbox } = grist.demo;
  const location = sandbox.state.locations.get(sandbox.info.locationId)!;
  const contactId = String(await grist.cell('Contacts', row, 'HighLevel_ID'));
  for (let index = 0; index < 20; index++) {
    const soon = Date.now() + index * 60_000;
    const rest = { body: '', assignedTo: null, completed: false, dateAdded: soon };
    location.tasks.put({ ...rest, id: `long-new${index}`, contactId, title: `New ${index}`, dueDate: soon });
  }
  await frame.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true })));
  await grist.panel.getByRole('button', { name: /^Tasks, 1687/ }).waitFor();
  await expect.poll(async () => (await look()).id).toBe(before.id);
  expect(Math.abs((await look()).top - before.top)).toBeLessThanOrEqual(2);
});

test('after a jump what is seen comes first, and what surrounds it in a later frame', async () => {
  const grist = await openLong();
  await calm(grist);
  const [first, later] = await (await grist.panelFrame()).evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const inPage = () => document.querySelectorAll('[data-entry]').length;
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    await frame();
    const atOnce = inPage();
    for (let count = 0; count < 8; count++) await frame();
    return [atOnce, inPage()];
  });
  expect(first).toBeGreaterThan(6);
  expect(later).toBeGreaterThan((first ?? 0) + 8);
});
