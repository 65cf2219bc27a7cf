import { beforeEach, expect, test, vi } from 'vitest';
import { findDuplicate } from '../../../highlevel/contact-search.ts';
import { holdAnswers } from '../../helpers/held-answers.ts';
import { pass } from '../../helpers/start-panel.ts';
import { noor, startLinking } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const isCreate = (request: Request) => request.method === 'POST' && request.url.endsWith('/contacts/');

async function start(setup: Parameters<typeof startLinking>[0] = {}) {
  const desk = await startLinking(setup);
  await desk.settle();
  desk.bench.requests();
  const { locationId } = desk.bench.sandbox.info;
  const inHighLevel = () => findDuplicate(desk.bench.api, { locationId, email: noor.email! });
  const count = () =>
    [...desk.bench.sandbox.state.places.get(locationId)!.contacts.values()].filter(({ email }) => email === noor.email)
      .length;
  return { ...desk, inHighLevel, count };
}

test('an answer that is cut off is looked for, and what was made is linked', async () => {
  const { bench, linking, row, creates, inHighLevel, settle } = await start();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', skip: 0, times: 1 });
  linking.create();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(row().contactId).toBe((await inHighLevel())?.id);
});

test('while nobody knows whether it was made that is said, and trying again makes no second one', async () => {
  const { bench, linking, row, count, settle } = await start();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  bench.sandbox.faults.add('cut-before', { path: '/search/duplicate', skip: 2 });
  linking.create();
  await pass(20_000);
  expect(linking.creation.value).toMatchObject({ step: 'failed', unsure: true });
  bench.sandbox.faults.clear();
  linking.create();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('a create that HighLevel refused and carried out all the same is found', async () => {
  const { bench, linking, row, count, settle } = await start();
  bench.sandbox.quirks.refusedCreateStillCreates = true;
  linking.create();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('a create that HighLevel refuses says why, and can be tried again', async () => {
  const { bench, linking, row, log, settle } = await start();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/contacts/', status: 422, times: 1, skip: 0 });
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({ step: 'failed', unsure: false, failure: { code: 'rejected' } });
  expect(log()).toEqual(['contact refused']);
  linking.create();
  await settle();
  expect(row().contactId).not.toBe('');
});

test('a row that Grist does not let be written leaves the contact to be linked, over a reload too', async () => {
  const { bench, linking, row, creates, settle, count } = await start();
  bench.grist.refuse('linkRow', 'unknown');
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({ step: 'not-linked', failure: { side: 'grist', code: 'unknown' } });
  const { contactId } = linking.creation.value as { contactId: string };

  bench.reload();
  const reopened = await bench.panel.linking();
  expect(reopened.creation.value).toEqual({ step: 'not-linked', contactId, failure: null });
  reopened.create();
  await settle();
  expect(row().contactId).toBe(contactId);
  expect(creates()).toEqual(['POST /contacts/']);
  expect(count()).toBe(1);
});

test('a reload before HighLevel answered makes no second contact', async () => {
  const { bench, linking, row, count, settle } = await start();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.reload();
  release();
  const reopened = await bench.panel.linking();
  expect(reopened.creation.value).toMatchObject({ step: 'failed', unsure: true, failure: { code: 'interrupted' } });
  reopened.create();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('values typed into the row while its contact is made do not get in the way', async () => {
  const { bench, linking, row, settle } = await start();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.change(9, { values: { city: 'Leeds' } });
  release();
  await settle();
  expect(row().contactId).not.toBe('');
  expect(row().values.city).toBe('Leeds');
});

test('a row that got a contact meanwhile keeps it', async () => {
  const { bench, linking, row, log, settle } = await start();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.change(9, { contactId: bench.contactIds[2]! });
  release();
  await settle();
  expect(row().contactId).toBe(bench.contactIds[2]);
  expect(log()).toEqual(['contact saved', 'link refused']);
});

test('a row deleted meanwhile is not waited for', async () => {
  const { bench, linking, creates, settle } = await start();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.remove(9);
  release();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(sessionStorage.getItem('highlevel-panel:making:doc1 Contacts')).toBeNull();
});

test('another row is looked at meanwhile; each gets its own contact', async () => {
  const other = { name: 'Ida Sørensen', email: 'ida@fjord.example' };
  const { bench, linking, row, settle } = await start({ rows: { 10: { contactId: '', values: other } } });
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.select(10);
  await pass(1000);
  linking.create();
  await pass(1000);
  release();
  await settle();
  expect(row().contactId).not.toBe('');
  expect(bench.grist.row(10).contactId).not.toBe('');
  expect(bench.grist.row(10).contactId).not.toBe(row().contactId);
});

test('a wish that was changed after a try of unknown end is held against what that try made', async () => {
  const { bench, linking, count, settle } = await start();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  bench.sandbox.faults.add('cut-before', { path: '/search/duplicate', skip: 2 });
  linking.create();
  await pass(20_000);
  bench.sandbox.faults.clear();
  bench.grist.change(9, { values: { email: 'noor.haddad@cedarstreet.example' } });
  await pass(1000);
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({
    step: 'duplicates',
    candidates: [{ contact: { email: noor.email } }],
  });
  expect(count()).toBe(1);
});
