import { expect, test } from 'vitest';
import { searchContacts } from '../../highlevel/contact-search.ts';
import { createContact, deleteContact, getContact, updateContact } from '../../highlevel/contacts.ts';
import { collect } from '../../highlevel/pages.ts';
import { answers, cuts, failure, localServer } from './local-server.ts';

const contact = answers(200, { contact: { id: 'c1', firstName: 'Ada' } });

test('repeats a read after a cut', async () => {
  const { api, received } = await localServer(cuts, contact);

  expect(await getContact(api(), 'c1')).toMatchObject({ firstName: 'Ada' });
  expect(received).toHaveLength(2);
});

test('repeats an update after a server error', async () => {
  const { api, received } = await localServer(answers(503, {}), answers(502, {}), contact);

  await updateContact(api(), 'c1', { firstName: 'Ada' });
  expect(received.map(({ body }) => body)).toEqual(Array(3).fill('{"firstName":"Ada"}'));
});

test('repeats after a server error that has rate-limit headers, as every response has', async () => {
  const limits = { 'x-ratelimit-interval-milliseconds': '10000', 'x-ratelimit-remaining': '99' };
  const { api, received } = await localServer(answers(500, {}, limits), contact);

  await getContact(api(), 'c1');
  expect(received).toHaveLength(2);
});

test('gives up after two repeats', async () => {
  const { api, received } = await localServer(answers(500, { message: 'Internal Server Error', traceId: 't1' }));

  expect(await failure(getContact(api(), 'c1'))).toMatchObject({
    code: 'unreachable',
    details: { status: 500, traceId: 't1' },
  });
  expect(received).toHaveLength(3);
});

test('sends a creation once', async () => {
  const { api, received } = await localServer(cuts);

  expect(await failure(createContact(api(), 'l1', { firstName: 'Ada' }))).toMatchObject({
    code: 'unreachable',
    details: { unknownOutcome: true },
  });
  expect(received).toHaveLength(1);
});

test('repeats a search although it is a POST', async () => {
  const { api, received } = await localServer(cuts, answers(200, { contacts: [{ id: 'c1' }], total: 1 }));

  expect(await collect(searchContacts(api(), { locationId: 'l1' }))).toHaveLength(1);
  expect(received.map(({ method }) => method)).toEqual(['POST', 'POST']);
});

test('a deletion is done when its repeat finds nothing', async () => {
  const gone = answers(400, { message: 'Contact with id c1 not found' });
  const cut = await localServer(cuts, gone);
  const plain = await localServer(gone);

  await deleteContact(cut.api(), 'c1');
  expect(await failure(deleteContact(plain.api(), 'c1'))).toMatchObject({ code: 'not-found' });
});

test('does not repeat what HighLevel refuses', async () => {
  const { api, received } = await localServer(answers(422, { message: ['property x should not exist'] }));

  expect(await failure(updateContact(api(), 'c1', { city: 'Oslo' }))).toMatchObject({ code: 'rejected' });
  expect(received).toHaveLength(1);
});
