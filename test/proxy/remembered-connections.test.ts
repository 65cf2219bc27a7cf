import { expect, test } from 'vitest';
import { cacheConnections } from '../../proxy/connection-cache.ts';
import type { OauthConnections } from '../../proxy/connections.ts';
import type { DocumentRef } from '../../proxy/document.ts';
import { openBus } from '../../proxy/events/bus.ts';
import type { Connection } from '../../proxy/sessions.ts';
import { docId, origin } from './arrange.ts';

const ref: DocumentRef = { origin, docId };
const document = `${origin} ${docId}`;

/** A database with one connected document, and how often it is asked. */
async function arrange() {
  const rows = new Map<string, Connection>();
  const reach = (locationId: string) =>
    rows.set(document, { locationId, locationName: locationId, token: async () => 'pit' });
  reach('loc1');
  let [asked, clock] = [0, 0];
  const kept: OauthConnections = {
    async find() {
      asked += 1;
      return rows.get(document) ?? null;
    },
    bind: async (_ref, _userId, _grant, name) => void reach(name),
    release: async () => void rows.delete(document),
  };
  const bus = await openBus('file::memory:', false);
  const connections = cacheConnections(kept, bus, () => clock);
  const find = async () => (await connections.find(ref))?.locationId ?? null;
  const later = (milliseconds: number) => {
    clock += milliseconds;
  };
  return { connections, find, bus, rows, reach, later, asked: () => asked };
}

test('asks the database once for calls within two seconds', async () => {
  const { find, later, asked } = await arrange();
  expect(await Promise.all([find(), find(), find()])).toEqual(['loc1', 'loc1', 'loc1']);
  later(1999);
  await find();
  expect(asked()).toBe(1);
});

test('believes nothing for longer than two seconds', async () => {
  const { find, later, reach } = await arrange();
  await find();
  reach('loc2');
  later(2000);
  expect(await find()).toBe('loc2');
});

test('knows of a disconnect by the time it is done', async () => {
  const { connections, find } = await arrange();
  await find();
  await connections.release(ref);
  expect(await find()).toBeNull();
});

test('knows of another location by the time it is bound', async () => {
  const { connections, find } = await arrange();
  await find();
  const grant = { access: 'a', refresh: 'r', companyId: 'c', locationId: 'loc2', scopes: '', expiresAt: 0 };
  await connections.bind(ref, 5, grant, 'loc2');
  expect(await find()).toBe('loc2');
});

test('hears from other proxies what has changed', async () => {
  const { find, bus, rows } = await arrange();
  await find();
  rows.delete(document);
  await bus.publish({ document, kind: 'connection' });
  expect(await find()).toBeNull();
});

test('does not remember what was asked before the news and answered after it', async () => {
  const { connections, find, bus, rows } = await arrange();
  const before = connections.find(ref);
  rows.delete(document);
  await bus.publish({ document, kind: 'connection' });
  await before;
  expect(await find()).toBeNull();
});

test('asks again after the database failed', async () => {
  const { connections, bus } = await arrange();
  let fails = true;
  const shaky = {
    ...connections,
    find: async () => {
      if (fails) throw new Error('SQLITE_BUSY');
      return null;
    },
  };
  const remembering = cacheConnections(shaky, bus);
  await expect(remembering.find(ref)).rejects.toThrow('SQLITE_BUSY');
  fails = false;
  expect(await remembering.find(ref)).toBeNull();
});
