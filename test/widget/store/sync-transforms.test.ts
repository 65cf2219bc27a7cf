import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createBusiness, setBusiness } from '../../../highlevel/businesses.ts';
import { createApi } from '../../../highlevel/client.ts';
import { updateContact } from '../../../highlevel/contacts.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import { type FieldKey, fieldKeys } from '../../../sync/fields.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Transform } from '../../../sync/transforms/types.ts';
import { loadPhoneBook } from '../../../widget/store/fields/phone-book.ts';
import { sandboxFetch } from '../../helpers/sandbox-fetch.ts';
import { pass, startPanel } from '../../helpers/start-panel.ts';

// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/contact-work/contact-work.ts';

beforeAll(() => loadPhoneBook().then(() => {}));

beforeEach(() => {
  vi.useFakeTimers();
});

async function start(field: FieldRef, transform: Transform, cell: string) {
  const bench = await startPanel();
  const contactId = bench.contactIds[1]!;
  const binding = { colId: '', field, direction: 'both', transform, onConflict: 'ask' } as const;
  bench.grist.change(1, { values: { [field]: cell } });
  bench.grist.setOptions({ sync: { bindings: [binding], onConflict: 'ask', automatic: true } });
  await pass(500);
  const inHighLevel = async (change: Parameters<typeof updateContact>[2]) => {
    await updateContact(bench.api, contactId, change);
    bench.panel.refresh();
    await pass(500);
  };
  return { ...bench, contactId, inHighLevel };
}

test('a phone number in national form is the same as in HighLevel, and stays national when it changes there', async () => {
  const bench = await startPanel();
  await updateContact(bench.api, bench.contactIds[1]!, { phone: '+442079460182' });
  const transform = { kind: 'phone', country: 'GB', inGrist: 'national' } as const;
  const binding = { colId: '', field: 'phone', direction: 'both', transform, onConflict: 'ask' } as const;
  bench.grist.change(1, { values: { phone: '020 7946 0182' } });
  bench.grist.setOptions({ sync: { bindings: [binding], onConflict: 'ask', automatic: true } });
  bench.panel.refresh();
  await pass(500);
  expect(bench.field('phone').mark).toBe('none');
  await updateContact(bench.api, bench.contactIds[1]!, { phone: '+442079460999' });
  bench.panel.refresh();
  await pass(500);
  expect(bench.grist.row(1).values.phone).toBe('020 7946 0999');
});

test('an owner by name goes to HighLevel as the user of that name', async () => {
  const { panel, grist, contact, field } = await start('assignee', { kind: 'owner', by: 'name' }, '');
  const [first, second] = [...panel.directory.users.value.values()];
  panel.fields.save('assignee', first!.id);
  await pass(500);
  expect(grist.row(1).values.assignee).toBe(first!.name);
  grist.change(1, { values: { assignee: second!.name } });
  await pass(500);
  expect((await contact(1)).assignee).toBe(second!.id);
  expect(field('assignee')).toMatchObject({ value: second!.id, mark: 'none' });
});

test('a text that the field cannot hold is never sent', async () => {
  const { grist, contact, requests } = await start('assignee', { kind: 'owner', by: 'name' }, '');
  const { assignee } = await contact(1);
  requests();
  grist.change(1, { values: { assignee: 'Nobody of that name' } });
  await pass(1_000);
  expect((await contact(1)).assignee).toBe(assignee);
  expect(requests().filter((request) => request.startsWith('PUT'))).toEqual([]);
});

test('a business by name links the contact to the business of that name, and shows its name in the cell', async () => {
  const sandbox = createSandbox({ contacts: 50 });
  const { token, locationId } = sandbox.info;
  const another = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  const [first, second] = [
    await createBusiness(another, locationId, { name: 'Kimani Interiors' }),
    await createBusiness(another, locationId, { name: 'Cedar Street Bakery' }),
  ];
  const bench = await startPanel({ sandbox, mapped: [...fieldKeys, 'business' as FieldKey] });
  await setBusiness(bench.api, locationId, [bench.contactIds[1]!], first.id);
  const transform = { kind: 'business', by: 'name' } as const;
  const binding = { colId: '', field: 'business', direction: 'both', transform, onConflict: 'ask' } as const;
  bench.grist.change(1, { values: { business: 'Kimani Interiors' } as never });
  bench.grist.setOptions({ sync: { bindings: [binding], onConflict: 'ask', automatic: true } });
  bench.panel.refresh();
  await pass(2_000);
  bench.grist.change(1, { values: { business: 'Cedar Street Bakery' } as never });
  await pass(2_000);
  expect((await bench.contact(1)).businessId).toBe(second.id);
  await setBusiness(bench.api, locationId, [bench.contactIds[1]!], first.id);
  bench.panel.refresh();
  await pass(2_000);
  expect(bench.grist.row(1).values).toMatchObject({ business: 'Kimani Interiors' });
});
