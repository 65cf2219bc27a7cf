import { beforeEach, expect, test, vi } from 'vitest';
import { updateContact } from '../../../highlevel/contacts.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** An editor who may not write the column of cities looks while a city changes in HighLevel. */
async function look() {
  const attempts: string[] = [];
  const bench = await startPanel({
    closed: ['city'],
    onCall: (name, moment) => {
      if (moment === 'before') attempts.push(name);
    },
  });
  await pass(3_000);
  await updateContact(bench.api, bench.contactIds[1]!, { city: 'Thika' });
  attempts.length = 0;
  bench.panel.refresh();
  await pass(10_000);
  return { ...bench, attempts };
}

test('a person who only looks gets no alarm for a change of HighLevel that the rules keep from them', async () => {
  const bench = await look();
  expect(bench.field('city')).toMatchObject({ draft: null, failure: null });
});

test('what the rules refuse is not tried again and again', async () => {
  const bench = await look();
  bench.attempts.length = 0;
  await pass(60_000);
  expect(bench.attempts.filter((call) => call === 'write' || call === 'PUT')).toEqual([]);
});
