import { expect, test } from 'vitest';
import { overSdk } from './sdk.ts';

test('the SDK reads the location', async () => {
  const { sdk, locationId, companyId } = await overSdk();

  expect((await sdk.locations.getLocation({ locationId })).location).toMatchObject({ id: locationId, companyId });
});

test('the SDK reads custom field definitions', async () => {
  const { sdk, locationId } = await overSdk();

  const { customFields = [] } = await sdk.locations.getCustomFields({ locationId, model: 'contact' });
  expect(new Set(customFields.map(({ dataType }) => dataType)).size).toBe(12);
  const id = customFields[0]?.id ?? '';
  expect((await sdk.locations.getCustomField({ locationId, id })).customField).toEqual(customFields[0]);
});

test('the SDK makes a custom field', async () => {
  const { sdk, locationId } = await overSdk();

  const body = { name: 'Yearly budget', dataType: 'MONETORY' };
  const { customField } = await sdk.locations.createCustomField({ locationId }, body);
  expect(customField).toMatchObject({ ...body, fieldKey: 'contact.yearly_budget', locationId });
  const { customFields } = await sdk.locations.getCustomFields({ locationId });
  expect(customFields).toContainEqual(customField);
});

test('the SDK reads users', async () => {
  const { sdk, locationId, companyId } = await overSdk();

  const { users = [], count } = await sdk.users.searchUsers({ companyId, locationId });
  expect(users.length).toBe(count);
  expect((await sdk.users.getUserByLocation({ locationId })).users).toEqual(users);
  expect(await sdk.users.getUser({ userId: users[0]?.id ?? '' })).toMatchObject({ name: users[0]?.name });
});

test('the SDK reads calendars', async () => {
  const { sdk, locationId } = await overSdk();

  const { calendars = [] } = await sdk.calendars.getCalendars({ locationId });
  expect(calendars.length).toBeGreaterThan(0);
  const calendarId = calendars[0]?.id ?? '';
  expect((await sdk.calendars.getCalendar({ calendarId })).calendar).toMatchObject({ id: calendarId, locationId });
});
