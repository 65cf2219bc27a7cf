import { expect, test } from 'vitest';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

/** What the panel showed at once: a name, and ids of entries beside it. */
interface Painted {
  /** Milliseconds. */
  at: number;
  name: string;
  entries: string[];
}

/** Notes each state that the panel paints, once per frame of the screen. */
function watchPanel(): void {
  const painted: Painted[] = [];
  Object.assign(window, { painted });
  const look = () => {
    const name = document.querySelector('h1')?.textContent ?? '';
    const entries = [...document.querySelectorAll('[data-entry]')].map(
      (entry) => entry.getAttribute('data-entry') ?? '',
    );
    const last = painted.at(-1);
    if (last?.name !== name || last.entries.join() !== entries.join())
      painted.push({ at: performance.now(), name, entries });
    requestAnimationFrame(look);
  };
  look();
}

/** How often the walk stood still for longer than a person rests; the panel may read one contact more then, and list the next. */
function restsOf(painted: readonly Painted[]): number {
  const arrivals = painted.filter(({ name }, index) => index > 0 && painted[index - 1]?.name !== name);
  return arrivals.filter(({ at }, index) => at - (arrivals[index - 1]?.at ?? at) > 200).length;
}

test('holding the arrow key over 30 rows paints no wrong row and asks HighLevel little', async () => {
  const grist = await openGrist();
  const { demo, page } = grist;
  await isUpToDate(grist);
  // Answers come late, as over a network, so that those of earlier rows meet later ones.
  demo.sandbox.faults.add('latency', { ms: 150 });
  const frame = await grist.panelFrame();
  await frame.evaluate(watchPanel);
  await grist.selectRow(1);
  const before = demo.sandbox.requests.length;
  // A key that is down already repeats, as fast as Grist follows.
  for (let press = 0; press < 30; press++) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  expect(await grist.currentRow()).toBe(31);
  await showsTitle(grist, (await grist.cell('Contacts', 31, 'Name')) as string);
  await isUpToDate(grist);
  const requests = demo.sandbox.requests.length - before;

  const painted = await frame.evaluate(() => (window as unknown as { painted: Painted[] }).painted);
  // The row that is left to and the row at the end: a contact by four requests, and the next ones by three.
  expect(requests).toBeLessThanOrEqual(7 * (2 + restsOf(painted)));

  const names = await Promise.all(Array.from({ length: 31 }, (_, row) => grist.cell('Contacts', row + 1, 'Name')));
  const rows = painted.flatMap(({ name }) => (names.includes(name) ? [names.indexOf(name)] : []));
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  expect(rows.at(-1)).toBe(30);
  const location = demo.sandbox.state.locations.get(demo.sandbox.info.locationId);
  const ownerOf = (id: string) =>
    location?.contacts.get(
      (location.tasks.get(id) ?? location.notes.get(id) ?? location.events.get(id))?.contactId ?? '',
    );
  const strays = painted.flatMap(({ name, entries }) =>
    entries.filter((id) => `${ownerOf(id)?.firstName} ${ownerOf(id)?.lastName}` !== name).map((id) => ({ name, id })),
  );
  expect(strays).toEqual([]);
});
