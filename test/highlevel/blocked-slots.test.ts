import { expect, test } from 'vitest';
import { createBlockedSlot, listBlockedSlots, updateBlockedSlot } from '../../highlevel/calendar-events.ts';
import { listCalendars } from '../../highlevel/calendars.ts';
import { listUsers } from '../../highlevel/users.ts';
import { overSandbox } from './over-sandbox.ts';

const startTime = Date.parse('2026-11-25T09:00:00Z');
const endTime = startTime + 60 * 60 * 1000;

async function withBlock() {
  const over = overSandbox();
  const { api, companyId, locationId } = over;
  const [[calendar], [user]] = await Promise.all([
    listCalendars(api, locationId),
    listUsers(api, { companyId, locationId }),
  ]);
  const [calendarId, assignee] = [calendar?.id ?? '', user?.id ?? ''];
  const input = { calendarId, assignee, title: 'Holiday', startTime, endTime };
  return { ...over, calendarId, assignee, input, block: await createBlockedSlot(api, locationId, input) };
}

test('blocks a time of a calendar', async () => {
  const { api, locationId, assignee, input, block } = await withBlock();

  expect(block).toEqual({ id: expect.stringMatching(/./), ...input });
  const window = { locationId, userId: assignee, from: startTime, to: endTime };
  expect(await listBlockedSlots(api, window)).toEqual([block]);
});

test('moves a blocked time', async () => {
  const { api, locationId, calendarId, input, block } = await withBlock();

  const later = { ...input, startTime: endTime, endTime: endTime + 1000 };
  const moved = await updateBlockedSlot(api, locationId, block.id, later);
  expect(moved).toEqual({ ...block, ...later });
  expect(await listBlockedSlots(api, { locationId, calendarId, from: startTime, to: endTime })).toEqual([]);
});
