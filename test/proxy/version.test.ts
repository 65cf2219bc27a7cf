import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

test.each([
  ['/calendars/', '2021-04-15'],
  ['/calendars/ocQHyuzHvysMo5N5VsXc/free-slots', '2021-04-15'],
  ['/contacts/ocQHyuzHvysMo5N5VsXc/appointments', '2021-07-28'],
  ['/users/search', '2021-07-28'],
])('asks for %s in version %s', async (path, version) => {
  const { call, sent } = await arrange();
  await call('GET', path);
  expect(sent[0]!.headers.get('version')).toBe(version);
});
