import { beforeEach, expect, test, vi } from 'vitest';
import { getContact } from '../../../highlevel/contacts.ts';
import { holdAnswers } from '../../helpers/held-answers.ts';
import { pass } from '../../helpers/start-panel.ts';
import { isCreate, startMaking } from './start-linking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

test('a row that Grist does not let be written leaves the contact to be linked, by the next page too', async () => {
  const { bench, linking, row, creates, settle, count } = await startMaking();
  bench.grist.refuse('linkRow', 'unknown');
  linking.create();
  await settle();
  expect(linking.creation.value).toMatchObject({ step: 'not-linked', failure: { side: 'grist', code: 'unknown' } });
  const { contactId } = linking.creation.value as { contactId: string };

  bench.reload();
  await settle();
  expect(row().contactId).toBe(contactId);
  expect(creates()).toEqual(['POST /contacts/']);
  expect(count()).toBe(1);
});

test('values typed into the row while its contact is made do not get in the way', async () => {
  const { bench, linking, row, settle } = await startMaking();
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
  const { bench, linking, row, log, settle } = await startMaking();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.change(9, { contactId: bench.contactIds[2]! });
  release();
  await settle();
  expect(row().contactId).toBe(bench.contactIds[2]);
  expect(log()).toEqual(['contact half', 'link refused']);
});

test('a row deleted meanwhile is not waited for', async () => {
  const { bench, linking, creates, settle } = await startMaking();
  const { held, release } = holdAnswers(bench.sandbox, isCreate);
  linking.create();
  await pass(2000);
  await held;
  bench.grist.remove(9);
  release();
  await settle();
  expect(creates()).toEqual(['POST /contacts/']);
  expect(bench.panel.status.value).not.toMatchObject({ kind: 'waiting' });
  bench.reload();
  await settle();
  expect(creates()).toEqual([]);
});

test('what is half made of a row never reaches another one that got its number', async () => {
  const { bench, linking, settle, row } = await startMaking();
  bench.grist.refuse('linkRow', 'unknown');
  linking.create();
  await settle();
  expect(linking.creation.value.step).toBe('not-linked');
  bench.grist.remove(9);
  bench.grist.change(9, { contactId: '', values: { name: 'Ida', email: 'ida@fjord.example', phone: '' } });
  bench.grist.select(9);
  await settle();
  expect(linking.creation.value.step).toBe('idle');
  linking.create();
  await settle();
  expect((await getContact(bench.api, row().contactId)).email).toBe('ida@fjord.example');
});

test('another row is looked at meanwhile; each gets its own contact', async () => {
  const other = { name: 'Ida Sørensen', email: 'ida@fjord.example' };
  const { bench, linking, row, settle } = await startMaking({ rows: { 10: { contactId: '', values: other } } });
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
