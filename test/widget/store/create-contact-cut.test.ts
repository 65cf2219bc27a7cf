import { beforeEach, expect, test, vi } from 'vitest';
import { holdAnswers } from '../../helpers/held-answers.ts';
import { pass } from '../../helpers/start-panel.ts';
import { isCreate, startMaking } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('an answer that is cut off is looked for, and what was made is linked', async () => {
  const { bench, linking, row, creates, inHighLevel, settle } = await startMaking();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', skip: 0, times: 1 });
  linking.create();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(row().contactId).toBe((await inHighLevel())?.id);
});

test('while nobody knows whether it was made that is said, and trying again makes no second one', async () => {
  const { bench, linking, row, count, settle } = await startMaking();
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
  const { bench, linking, row, count, settle } = await startMaking();
  bench.sandbox.quirks.refusedCreateStillCreates = true;
  linking.create();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('a create that HighLevel refuses says why, and can be tried again', async () => {
  const { bench, linking, row, log, settle } = await startMaking();
  bench.sandbox.faults.add('server-error', { method: 'POST', path: '/contacts/', status: 422, times: 1, skip: 0 });
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({ step: 'failed', unsure: false, failure: { code: 'rejected' } });
  expect(log()).toEqual(['contact refused']);
  linking.create();
  await settle();
  expect(row().contactId).not.toBe('');
});

test('a reload before HighLevel answered ends with one contact, linked', async () => {
  const { bench, linking, row, count, settle } = await startMaking();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.reload();
  release();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('a create right after a reload waits for the one that was on its way', async () => {
  const { bench, linking, row, count, settle } = await startMaking();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.reload();
  const reopened = await bench.panel.linking.load();
  reopened.create();
  await pass(1000);
  release();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).not.toBe('');
});

test('a create of unknown outcome is settled without a person when HighLevel can be read again', async () => {
  const { bench, linking, row, inHighLevel, count, settle } = await startMaking();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  bench.sandbox.faults.add('cut-before', { path: '/search/duplicate', skip: 2 });
  linking.create();
  await pass(20_000);
  bench.sandbox.faults.clear();
  bench.panel.refresh();
  await settle();
  expect(count()).toBe(1);
  expect(row().contactId).toBe((await inHighLevel())?.id);
});

test('a row that was changed after a try of unknown outcome is linked to what that try created', async () => {
  const { bench, linking, row, inHighLevel, creates, settle } = await startMaking();
  bench.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  bench.sandbox.faults.add('cut-before', { path: '/search/duplicate', skip: 2 });
  linking.create();
  await pass(20_000);
  bench.sandbox.faults.clear();
  const created = (await inHighLevel())?.id;
  bench.grist.change(9, { values: { email: 'noor.haddad@cedarstreet.example' } });
  linking.create();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(row().contactId).toBe(created);
});
