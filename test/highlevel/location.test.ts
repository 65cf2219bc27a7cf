import { expect, test } from 'vitest';
import { getCalendar, listCalendars } from '../../highlevel/calendars.ts';
import { createCustomField, getCustomField, listCustomFields } from '../../highlevel/custom-fields.ts';
import { getLocation } from '../../highlevel/locations.ts';
import { getUser, listUsers } from '../../highlevel/users.ts';
import { failure } from './local-server.ts';
import { overSandbox } from './over-sandbox.ts';

test('reads the location', async () => {
  const { api, locationId, companyId } = overSandbox();

  const location = await getLocation(api, locationId);
  expect(location).toMatchObject({ id: locationId, companyId, allowDuplicateContact: false });
  expect(() => new Intl.DateTimeFormat('en', { timeZone: location.timezone })).not.toThrow();
});

test('fails with forbidden on the location of another account', async () => {
  const { api, sandbox } = overSandbox();

  const other = sandbox.info.locations[1]?.locationId ?? '';
  expect(await failure(getLocation(api, other))).toMatchObject({ code: 'forbidden' });
});

test('lists the users of the location, with and without the company', async () => {
  const { api, locationId, companyId } = overSandbox();

  const users = await listUsers(api, { companyId, locationId });
  expect(users.length).toBeGreaterThan(1);
  expect(users.every(({ id, name }) => id && name)).toBe(true);
  expect(await listUsers(api, { companyId: '', locationId })).toEqual(users);
  expect(await getUser(api, users[0]?.id ?? '')).toEqual(users[0]);
});

test('knows every kind of custom field', async () => {
  const { api, locationId } = overSandbox();

  const fields = await listCustomFields(api, locationId);
  expect([...new Set(fields.map(({ kind }) => kind))].sort()).toEqual([
    'checkbox',
    'date',
    'file',
    'large-text',
    'money',
    'multiple',
    'number',
    'phone',
    'radio',
    'single',
    'text',
    'text-list',
  ]);
  expect(fields.map(({ position }) => position)).toEqual(fields.map(({ position }) => position).sort((a, b) => a - b));
  const single = fields.find(({ kind }) => kind === 'single');
  expect(single?.options.length).toBeGreaterThan(1);
  expect(await getCustomField(api, locationId, single?.id ?? '')).toEqual(single);
  expect(await getCustomField(api, locationId, single?.key ?? '')).toEqual(single);
});

test('makes a custom field', async () => {
  const { api, locationId } = overSandbox();

  const made = await createCustomField(api, locationId, { name: 'Yearly budget', kind: 'money' });
  expect(made).toMatchObject({ name: 'Yearly budget', key: 'contact.yearly_budget', kind: 'money' });
  expect(await listCustomFields(api, locationId)).toContainEqual(made);
});

test('lists calendars, with the version that calendars require', async () => {
  const { api, sent, locationId } = overSandbox();

  const calendars = await listCalendars(api, locationId);
  expect(calendars.length).toBeGreaterThan(0);
  expect(calendars.every(({ slotDuration }) => slotDuration >= 5)).toBe(true);
  expect(sent.at(-1)?.version).toBe('2021-04-15');
  expect(await getCalendar(api, calendars[0]?.id ?? '')).toEqual(calendars[0]);
});
