import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

test('keeps a social security number to itself, however deep it lies', async () => {
  const answers = {
    contact: { id: 'a', ssn: '123' },
    contacts: [{ SSN: '123', kept: [{ ssn: { a: 123 }, name: 'b' }] }],
  };
  const { call } = await arrange({ fetch: async () => Response.json(answers) });
  const answer = await call('GET', '/contacts/ocQHyuzHvysMo5N5VsXc');
  expect(await answer.json()).toEqual({ contact: { id: 'a' }, contacts: [{ kept: [{ name: 'b' }] }] });
});

test('keeps the number of a contact in the sandbox to itself', async () => {
  const { call, contactId, sandbox, locationId } = await arrange();
  const contact = sandbox.state.locations.get(locationId)!.contacts.get(contactId)!;
  contact.ssn = '078-05-1120';
  const answer = await (await call('GET', `/contacts/${contactId}`)).text();
  expect(answer).toContain(contactId);
  expect(answer).not.toContain('078-05-1120');
});

test('keeps a number to itself whose name is written in escapes', async () => {
  const json = '{"contact":{"id":"a","\\u0073\\u0053n":"123"}}';
  const { call } = await arrange({ fetch: async () => new Response(json) });
  expect(await (await call('GET', '/contacts/ocQHyuzHvysMo5N5VsXc')).json()).toEqual({ contact: { id: 'a' } });
});
