import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../proxy/config.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import { startProxy } from '../../start/proxy.ts';
import { docId, origin } from './arrange.ts';

/** Starts the proxy as `npm start` does, before a sandbox on a socket. */
async function arrange(token: (right: string) => string) {
  const sandbox = createSandbox({ contacts: 1 });
  const highlevel = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => highlevel.close());
  const config = readConfig({
    PORT: '0',
    GRIST_URL: origin,
    GRIST_DOCS: docId,
    HIGHLEVEL_API_URL: highlevel.url,
    HIGHLEVEL_TOKEN: token(sandbox.info.token),
    HIGHLEVEL_LOCATION_ID: sandbox.info.locationId,
    SECRET_KEY: 'a-secret-for-tests-of-at-least-32-characters',
    DATABASE_URL: 'file::memory:',
  });
  if (!config.highlevel) throw new Error('The configuration has no HighLevel');
  return { sandbox, started: startProxy(config, config.highlevel) };
}

test('asks HighLevel for the pinned location before it listens', async () => {
  const { sandbox, started } = await arrange((right) => right);
  await (await started).close();
  expect(sandbox.requests.map(({ path }) => path)).toEqual([`/locations/${sandbox.info.locationId}`]);
});

test('does not start with a token that HighLevel refuses', async () => {
  const { started } = await arrange(() => 'pit-of-somebody-else');
  await expect(started).rejects.toThrow('HIGHLEVEL_TOKEN is not taken by HighLevel');
});
