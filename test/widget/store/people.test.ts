import { beforeEach, expect, test, vi } from 'vitest';
import { addFollowers, readFollowers, removeFollowers } from '../../../highlevel/followers.ts';
import { pass } from '../../helpers/start-panel.ts';
import { startContact } from './contact-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function start(setup: Parameters<typeof startContact>[0] = {}) {
  const bench = await startContact(setup);
  const [ben, ama] = [...bench.panel.directory.users.value.keys()] as [string, string];
  await addFollowers(bench.api, bench.contactId, [ben]);
  await removeFollowers(bench.api, bench.contactId, [ama]);
  await pass(10_000);
  bench.work.readFollowers();
  await pass(1000);
  const followers = async () => (await readFollowers(bench.api, await bench.there())) ?? [];
  return { ...bench, ben, ama, followers };
}

test('who follows is read when somebody looks, and once', async () => {
  const bench = await start();
  expect(bench.work.followers.value).toMatchObject({ saving: false, failure: null });
  expect(bench.work.followers.value.ids).toContain(bench.ben);
  bench.requests();
  bench.work.readFollowers();
  await pass(1000);
  expect(bench.requests()).toEqual([]);
});

test('a follower is added, told to the log, and taken back', async () => {
  const bench = await start();
  bench.work.follow(bench.ama);
  expect(bench.work.followers.value).toMatchObject({ saving: true });
  expect(bench.work.followers.value.ids).toContain(bench.ama);
  await pass(10_000);
  expect(await bench.followers()).toContain(bench.ama);
  expect(bench.log()).toContainEqual(
    expect.objectContaining({ what: 'followers', to: `${bench.ben}\n${bench.ama}`, result: 'saved' }),
  );
  bench.panel.notices.undoLast();
  await pass(10_000);
  expect(await bench.followers()).toEqual([bench.ben]);
  expect(bench.work.followers.value.ids).toEqual([bench.ben]);
});

test('a follower that HighLevel refused is shown as not following, with the reason', async () => {
  const bench = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/followers', status: 403 });
  bench.work.follow(bench.ama);
  await pass(2000);
  expect(bench.work.followers.value).toMatchObject({ ids: [bench.ben], failure: { code: 'forbidden' } });
  expect(bench.log().at(-1)).toMatchObject({ what: 'followers', result: 'refused' });
});

test('a viewer changes no followers', async () => {
  const bench = await start({ role: 'viewer' });
  bench.work.unfollow(bench.ben);
  await pass(2000);
  expect(await bench.followers()).toContain(bench.ben);
});

test('a business is linked and unlinked, and undone', async () => {
  const bench = await start();
  const [one, other] = await bench.work.businesses();
  await bench.save('business', one!.id);
  expect((await bench.there()).businessId).toBe(one!.id);
  await bench.save('business', other!.id);
  await bench.save('business', '');
  expect((await bench.there()).businessId).toBe('');
  bench.panel.notices.undoLast();
  await pass(2000);
  expect((await bench.there()).businessId).toBe(other!.id);
  expect(bench.work.businessNames.value.get(other!.id)).toBe(other!.name);
});

test('the others of a business come with the rows that hold them', async () => {
  const bench = await start();
  const [business] = await bench.work.businesses();
  await bench.save('business', business!.id);
  bench.grist.select(2);
  await pass(2000);
  bench.panel.fields.save('business', business!.id);
  await pass(2000);
  const contacts = await bench.work.sameBusiness(business!.id);
  expect(contacts.map(({ contactId }) => contactId)).not.toContain(bench.contactIds[2]);
  expect(contacts.find(({ contactId }) => contactId === bench.contactId)?.rowIds).toEqual([1]);
});
