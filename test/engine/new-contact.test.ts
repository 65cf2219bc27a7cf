import { expect, test } from 'vitest';
import { execute } from '../../engine/execute.ts';
import { newContact } from '../../engine/kinds/new-contact.ts';
import { type OperationOf, operation } from '../../engine/operation.ts';
import { createContactTable } from '../../grist/contact-table.ts';
import { createRestDoc } from '../../grist/rest.ts';
import { createApi } from '../../highlevel/client.ts';
import { findDuplicate } from '../../highlevel/contact-search.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { createGristRest } from '../helpers/grist-memory/rest.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';
import { createPorts } from '../helpers/ports.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createTestState } from '../helpers/state.ts';

const email = 'noor@cedarstreet.example';

/** A row without a contact in a document behind its REST API, as a server has it. */
async function start() {
  const sandbox = createSandbox({ contacts: 3 });
  const { token, locationId } = sandbox.info;
  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  const column = (...cells: string[]) => ({ type: 'Text', cells });
  const document = documentWith({ People: { Contact: column(''), Email: column(email) } });
  const { fetch, docId, key } = createGristRest(document);
  const contacts = createContactTable(createRestDoc({ url: 'https://grist.test', docId, key, fetch }), {
    tableId: 'People',
    contactIdColumn: 'Contact',
    bound: new Map([['email', 'Email']]),
  });
  const { state, entries } = await createTestState();
  const ports = createPorts({ api, locationId, state, contacts });
  const wanted = operation({
    kind: 'new-contact',
    target: { rowId: 1, name: 'Noor', cells: { email } },
    want: { contact: { firstName: 'Noor', email }, businessId: '' },
    seen: { contactId: '', known: [] },
    origin: 'job',
  });
  return {
    ...{ sandbox, document, ports, wanted },
    linked: () => document.fetch('People').Contact?.[0],
    log: () => entries().map(({ act, result }) => `${act} ${result}`),
    inHighLevel: async () => (await findDuplicate(api, { locationId, email }))?.id,
    creates: () => sandbox.requests.filter(({ method, path }) => method === 'POST' && path === '/contacts/').length,
  };
}

test('a contact is created in HighLevel, then its row is linked', async () => {
  const { ports, wanted, linked, inHighLevel, log } = await start();
  const { done } = await execute(ports, wanted);
  expect(done).toMatchObject({ status: 'done' });
  expect(linked()).toBe(await inHighLevel());
  await expect.poll(log).toEqual(['contact saved', 'link saved']);
});

test('a create of unknown outcome is kept, and the next try links what it created', async () => {
  const { sandbox, ports, wanted, linked, inHighLevel, creates } = await start();
  sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  sandbox.faults.add('cut-before', { path: '/search/duplicate' });
  const { left } = await execute(ports, wanted);
  expect(left).toMatchObject([{ status: 'draft', progress: { key: wanted.id }, failure: { retryable: true } }]);
  sandbox.faults.clear();
  await execute(ports, { ...(left[0] as OperationOf<'new-contact'>), status: 'sending', failure: null, log: null });
  expect(linked()).toBe(await inHighLevel());
  expect(creates()).toBe(1);
});

test('a contact whose row cannot be linked is linked by the next try', async () => {
  const { ports, wanted, linked, inHighLevel, creates } = await start();
  const { contacts } = ports;
  const refusing = { ...contacts, link: () => Promise.reject(new Error('refused')) };
  const { left } = await execute({ ...ports, contacts: refusing }, wanted);
  expect(left).toMatchObject([{ status: 'following', progress: { contactId: await inHighLevel() } }]);
  await execute(ports, { ...(left[0] as OperationOf<'new-contact'>), failure: null });
  expect(linked()).toBe(await inHighLevel());
  expect(creates()).toBe(1);
});

test('nothing is created for a row that says something else by now', async () => {
  const { document, ports, wanted, creates } = await start();
  document.apply([['UpdateRecord', 'People', 1, { Email: 'ida@fjord.example' }]]);
  const { left } = await execute(ports, wanted);
  expect(left).toMatchObject([{ failure: { code: 'row-gone' } }]);
  expect(creates()).toBe(0);
});

test('it is taken back by the link that the row had', async () => {
  const { ports, wanted, linked, inHighLevel } = await start();
  const { before, after } = await execute(ports, wanted);
  const inverse = newContact.inverse(wanted, before, after) as OperationOf<'link'>;
  await execute(ports, inverse);
  expect(linked()).toBe('');
  expect(await inHighLevel()).toBeTruthy();
});
