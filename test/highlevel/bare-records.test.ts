import { expect, test } from 'vitest';
import { createAppointment, updateAppointment } from '../../highlevel/booking.ts';
import { createBusiness, updateBusiness } from '../../highlevel/businesses.ts';
import type { Api } from '../../highlevel/client.ts';
import { upsertContact } from '../../highlevel/contact-upsert.ts';
import { createContact, getContact, updateContact } from '../../highlevel/contacts.ts';
import { createNote, getNote, updateNote } from '../../highlevel/notes.ts';
import { createTag } from '../../highlevel/tags.ts';
import { completeTask, createTask, updateTask } from '../../highlevel/tasks.ts';
import { answers, failure, localServer } from './local-server.ts';

const at = Date.parse('2026-03-02T10:00:00Z');
const booking = { calendarId: 'k1', contactId: 'c1', startTime: at };

const writes: Readonly<Record<string, (api: Api) => Promise<unknown>>> = {
  createContact: (api) => createContact(api, 'l1', { firstName: 'Ada' }),
  updateContact: (api) => updateContact(api, 'c1', { firstName: 'Ada' }),
  upsertContact: (api) => upsertContact(api, 'l1', { email: 'ada@example.com' }),
  createNote: (api) => createNote(api, 'c1', { body: 'Called' }),
  updateNote: (api) => updateNote(api, 'c1', 'n1', { body: 'Called' }),
  createTask: (api) => createTask(api, 'c1', { title: 'Call', dueDate: at }),
  updateTask: (api) => updateTask(api, 'c1', 't1', { title: 'Call' }),
  completeTask: (api) => completeTask(api, 'c1', 't1', true),
  createTag: (api) => createTag(api, 'l1', 'vip'),
  createBusiness: (api) => createBusiness(api, 'l1', { name: 'Acme' }),
  updateBusiness: (api) => updateBusiness(api, 'b1', { name: 'Acme' }),
};

test.each(Object.entries(writes))('%s accepts the record without its wrapper', async (_name, write) => {
  const { api } = await localServer(answers(200, { id: 'x1' }));
  expect(JSON.stringify(await write(api()))).toContain('"x1"');
});

test.each(Object.entries({ ...writes, createAppointment: (api: Api) => createAppointment(api, 'l1', booking) }))(
  '%s has an unknown outcome when the response has no record',
  async (_name, write) => {
    const { api } = await localServer(answers(200, { succeded: true }));
    expect(await failure(write(api()))).toMatchObject({ code: 'unreachable', details: { unknownOutcome: true } });
  },
);

test('a read accepts the record without its wrapper, and nothing else', async () => {
  const { api } = await localServer(answers(200, { id: 'x1' }), answers(200, { id: 'x1' }), answers(200, {}));
  expect(await getContact(api(), 'x1')).toMatchObject({ id: 'x1' });
  expect(await getNote(api(), 'c1', 'x1')).toMatchObject({ id: 'x1' });
  const error = (await failure(getContact(api(), 'x1'))) as { details: object };
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(error.details).not.toHaveProperty('unknownOutcome');
});

test('an appointment that was changed and cannot be read has an unknown outcome', async () => {
  const { api } = await localServer(answers(200, { succeded: true }), answers(404, { message: 'Not found' }));
  expect(await failure(updateAppointment(api(), 'a1', { title: 'Call' }))).toMatchObject({
    details: { unknownOutcome: true },
  });
});
