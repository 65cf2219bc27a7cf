import { beforeEach, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../sandbox/app.ts';
import { proxyFetch } from '../../helpers/proxy-fetch.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** Other types than specified, words nobody knows, and `undefined` for what is missing. */
const odd: Readonly<Record<string, unknown>> = {
  ...{ postalCode: 49, country: 'Atlantis', tags: ['vip', 7, null], source: undefined, website: null, dnd: 'perhaps' },
  ...{ title: 12, assignedTo: 0, body: null, userId: {}, appointmentStatus: 'succeded', dateAdded: 'lately' },
};

/** All that HighLevel tells of one of six contacts comes as no specification says; the third row has it. */
async function start() {
  const sandbox = createSandbox({ contacts: 6 });
  const [, , oddId = ''] = sandbox.info.contactIds;
  const way = await proxyFetch(sandbox);
  const bench = await startPanel({
    sandbox,
    linked: 6,
    proxy: async (input, init) => {
      const answer = await way(input, init);
      if (!(input as Request).url.includes(oddId)) return answer;
      const said = JSON.parse(await answer.text(), (key, value) => (key in odd ? odd[key] : value));
      return Response.json({ ...said, mood: 'new' }, answer);
    },
  });
  await pass(1_000);
  bench.grist.select(3);
  await pass(2_000);
  const location = sandbox.state.locations.get(sandbox.info.locationId)!;
  return { ...bench, location, oddId };
}

test('a contact that HighLevel tells oddly is shown with all that belongs to it', async () => {
  const { field, panel, entries, location, oddId } = await start();
  expect(field('postalCode').value).toBe('49');
  expect(panel.contact.value.data?.tags).toContain('vip');
  const belongings = [location.tasks, location.notes, location.events].flatMap((records) =>
    records.of(oddId).map(({ id }) => id),
  );
  expect(belongings.length).toBeGreaterThan(5);
  expect(entries().map(({ id }) => id)).toEqual(expect.arrayContaining(belongings));
});

test('one odd contact stops no check of the table', async () => {
  const { panel } = await start();
  const drift = await panel.differences();
  drift.check();
  await pass(30_000);
  expect(drift.view.value).toMatchObject({ step: 'done', rows: 6, done: 6, unread: [] });
});

test('a save sends its own field and nothing that came oddly', async () => {
  const { panel, location, oddId } = await start();
  const before = { ...location.contacts.get(oddId)! };
  panel.fields.save('city', 'Nairobi');
  await pass(2_000);
  expect(location.contacts.get(oddId)).toEqual({ ...before, city: 'Nairobi', dateUpdated: expect.any(Number) });
});
