import { expect, test } from 'vitest';
import { makeDocument } from '../../demo/document.ts';
import { createApi } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import { listTasks } from '../../highlevel/tasks.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { readDocument } from './read-document.ts';

async function arrange() {
  const sandbox = createSandbox();
  const document = await makeDocument(sandbox, 'http://localhost/');
  const api = createApi(
    { via: 'direct', url: 'http://sandbox', token: sandbox.info.token },
    { fetch: sandboxFetch(sandbox) },
  );
  return { sandbox, document, api };
}

test('a linked row holds the contact’s values in HighLevel', async () => {
  const { document, api } = await arrange();
  const { Contacts } = await readDocument(document, 'Contacts');
  for (const row of Contacts.filter(({ HighLevel_ID }) => HighLevel_ID).slice(0, 8)) {
    const contact = await getContact(api, row.HighLevel_ID as string);
    expect(row).toMatchObject({
      Name: contact.name,
      First_name: contact.firstName,
      Last_name: contact.lastName,
      Email: contact.email,
      Phone: contact.phone,
      Company: contact.companyName,
      Source: contact.source,
      Website: contact.website,
      Address: contact.address1,
      City: contact.city,
      State: contact.state,
      Postcode: contact.postalCode,
      Country: contact.country,
      Tags: JSON.stringify(contact.tags),
      Birthday: contact.dateOfBirth ? Date.parse(contact.dateOfBirth) / 1000 : null,
    });
  }
});

test('the tasks table holds the tasks of the contacts', async () => {
  const { document, api } = await arrange();
  const { Contacts, Tasks } = await readDocument(document, 'Contacts', 'Tasks');
  const [row] = Contacts;
  const tasks = await listTasks(api, row?.HighLevel_ID as string);
  expect(tasks.length).toBeGreaterThan(0);
  expect(Tasks.filter(({ Contact }) => Contact === row?.id)).toEqual(
    tasks.map((task) =>
      expect.objectContaining({
        HighLevel_ID: task.id,
        Title: task.title,
        Done: Number(task.completed),
        Due: (task.dueDate ?? 0) / 1000,
        gristHelper_Display: row?.Name,
      }),
    ),
  );
  expect(row?.Open_tasks).toBe(tasks.filter(({ completed }) => !completed).length);
});

test('some rows have no contact, and one has a contact that was deleted in HighLevel', async () => {
  const { document, api } = await arrange();
  const { Contacts } = await readDocument(document, 'Contacts');
  expect(Contacts).toHaveLength(200);
  expect(Contacts.filter(({ HighLevel_ID }) => HighLevel_ID === '')).toHaveLength(4);
  const gone = Contacts[9]?.HighLevel_ID as string;
  await expect(getContact(api, gone)).rejects.toMatchObject({ code: 'not-found' });
});

test('two rows without a contact match one by e-mail or phone', async () => {
  const { sandbox, document } = await arrange();
  const { Contacts } = await readDocument(document, 'Contacts');
  const everyone = [...(sandbox.state.locations.get(sandbox.info.locationId)?.contacts.values() ?? [])];
  const known = Contacts.filter(({ HighLevel_ID }) => HighLevel_ID === '').filter(({ Email, Phone }) =>
    everyone.some((contact) => (Email && contact.email === Email) || (Phone && contact.phone === Phone)),
  );
  expect(known).toHaveLength(2);
});
