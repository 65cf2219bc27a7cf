import { expect, test } from 'vitest';
import { checkPinned } from '../../proxy/verify-token.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';

function arrange() {
  const sandbox = createSandbox({ contacts: 1 });
  const { token, locationId } = sandbox.info;
  const check = (pinned: { token?: string; locationId?: string } = {}) =>
    checkPinned('http://highlevel.test', { token, locationId, ...pinned }, sandboxFetch(sandbox));
  return { sandbox, check };
}

test('answers the name of the location', async () => {
  const { check, sandbox } = arrange();
  expect(await check()).toBe(sandbox.info.locations[0]?.name);
});

test('a wrong token is told with the way to a new one', async () => {
  await expect(arrange().check({ token: 'pit-00000000' })).rejects.toThrow(
    /HIGHLEVEL_TOKEN is not taken.*Private Integrations/,
  );
});

test('the location of another token is told', async () => {
  const { check, sandbox } = arrange();
  await expect(check({ locationId: sandbox.info.locations[1]?.locationId ?? '' })).rejects.toThrow(
    /HIGHLEVEL_LOCATION_ID is not the location/,
  );
});

test('a missing scope is told by its name', async () => {
  const { check, sandbox } = arrange();
  sandbox.faults.add('missing-scope');
  await expect(check()).rejects.toThrow(/lacks the scope locations.readonly/);
});

test('a HighLevel that cannot be reached is no mistake', async () => {
  const { check, sandbox } = arrange();
  sandbox.faults.add('cut-before');
  expect(await check()).toBeNull();
});
