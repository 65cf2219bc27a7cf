import { expect, test } from 'vitest';
import { createCredentials } from '../../proxy/credentials/credentials.ts';
import { createCredentialRows, locationHolder } from '../../proxy/credentials/rows.ts';
import type { Grant, TokenEndpoint } from '../../proxy/oauth/token-endpoint.ts';
import { createPending } from '../../proxy/pending.ts';
import { openStorage } from '../../proxy/storage.ts';

test('a stop waits for what has begun, also where that fails, and lets nothing begin', async () => {
  const pending = createPending();
  const order: string[] = [];
  let release = () => {};
  let fail = () => {};
  const done = pending.track(() => new Promise<void>((resolve) => (release = resolve)));
  const failed = pending.track(() => new Promise<void>((_, reject) => (fail = () => reject(new Error('refused')))));
  const stopped = pending.close().then(() => order.push('stopped'));
  await expect(pending.track(async () => order.push('begun'))).rejects.toMatchObject({ code: 'unreachable' });
  order.push('released');
  release();
  fail();
  await done;
  await expect(failed).rejects.toThrow('refused');
  await stopped;
  expect(order).toEqual(['released', 'stopped']);
});

test('a stop waits until the tokens that HighLevel has just given are stored', async () => {
  const { store, vault } = await openStorage('file::memory:');
  const rows = createCredentialRows(store, vault);
  const grant: Grant = {
    access: 'access-1',
    refresh: 'refresh-1',
    expiresAt: 0,
    scopes: '',
    locationId: 'L',
    companyId: 'C',
  };
  await rows.keep(grant);
  let answer = (_grant: Grant) => {};
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const endpoint = {
    redeem: () => {
      ask();
      return new Promise<Grant>((resolve) => {
        answer = resolve;
      });
    },
  } as unknown as TokenEndpoint;
  const pending = createPending();
  const { access } = createCredentials({ rows, endpoint, pending });
  const token = access(locationHolder('L'));
  await asked;
  const stopped = pending.close();
  answer({ ...grant, access: 'access-2', refresh: 'refresh-2', expiresAt: Date.now() + 86_400_000 });
  await stopped;
  const row = await rows.read(locationHolder('L'));
  expect(row && rows.tokens(row)).toEqual({ access: 'access-2', refresh: 'refresh-2' });
  expect(await token).toBe('access-2');
});
