import { execFile } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { collect } from '../../highlevel/pages.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/app.ts';
import type { Quirks } from '../../sandbox/quirks.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import { anonymous, lineOf, verdictOf } from '../../scripts/probe/finding.ts';
import { type ProbeOptions, probe } from '../../scripts/probe/run.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';

/** Probes a sandbox whose clock moves on while the probe waits. */
async function probed(options: SandboxOptions = {}, more: Partial<ProbeOptions> = {}) {
  let now = Date.now();
  const sandbox = createSandbox({ contacts: 60, now: () => now, ...options });
  const before = stock(sandbox);
  const { token, locationId } = sandbox.info;
  const wait = async (ms: number) => {
    now += ms;
  };
  const probeOptions = { url: 'http://highlevel.test', token, locationId, fetch: sandboxFetch(sandbox), wait, ...more };
  const findings = await collect(probe(probeOptions));
  return { sandbox, before, findings, lines: findings.map(lineOf) };
}

/** The records that a probe must leave as they were. */
function stock({ state }: Sandbox) {
  return [...state.locations.values()].map(({ contacts, tags }) => [[...contacts.keys()], [...tags.keys()]]);
}

const all = { write: true, burst: true };

test('finds the sandbox as assumed', async () => {
  const { findings, lines } = await probed({}, all);
  expect(lines.filter((_, index) => verdictOf(findings[index]!) !== 'as assumed')).toEqual([]);
  expect(findings.length).toBeGreaterThan(60);
});

test.each<[Partial<Quirks>, string]>([
  [{ appointmentWrapper: 'appointment' }, 'the wrapper of one appointment: appointment (assumed: event)'],
  [{ appointmentTimes: 'offset' }, 'times of a contact’s appointments: with an offset (assumed: without an offset)'],
  [{ foundTaskIdUnderscored: true }, 'the id of a task found across contacts: _id (assumed: id)'],
  [{ dateFieldsAsEpoch: true }, 'dates in custom fields: epoch milliseconds (assumed: YYYY-MM-DD)'],
  [{ genderDiscarded: false }, 'gender of a new contact: kept (assumed: forgotten)'],
  [{ customFieldKey: 'fieldValue' }, 'the key of a custom field’s value: fieldValue (assumed: field_value)'],
  [
    { companyNameUpdatable: true },
    'an update with companyName: 200 no message (assumed: 422 [property companyName should not exist])',
  ],
  [{ taskUpdateRefusesMilliseconds: true }, 'milliseconds in the due date of an update: refused (assumed: taken)'],
])('says what is different with %o', async (quirks, line) => {
  const { lines } = await probed({ quirks }, { write: true });
  expect(lines).toContain(`different   ${line}`);
  expect(lines.filter((other) => other.startsWith('different')).length).toBe(1);
});

test('reports different limits', async () => {
  const { lines } = await probed({ limits: { max: 25, daily: 10_000, retryAfter: true } }, all);
  expect(lines.filter((line) => line.startsWith('different'))).toEqual([
    'different   the burst that is allowed: 25 in 10000 ms (assumed: 100 in 10000 ms)',
    'different   the day’s budget: 10000 (assumed: 200000)',
    'different   Retry-After beside it: 10 (assumed: absent)',
  ]);
});

test('only reads without --write', async () => {
  const { sandbox } = await probed();
  const writes = sandbox.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/search'));
  expect(writes.map(({ method }) => method)).toEqual(['OPTIONS']);
});

test('leaves every record as it was', async () => {
  const { sandbox, before } = await probed({}, all);
  expect(sandbox.requests.some(({ method, path }) => method === 'POST' && path === '/contacts/')).toBe(true);
  expect(stock(sandbox)).toEqual(before);
});

test('deletes its contact although a step before fails', async () => {
  const sandbox = createSandbox({ contacts: 60 });
  const before = stock(sandbox);
  sandbox.faults.add('cut-before', { path: '/notes', method: 'POST' });
  const { token, locationId } = sandbox.info;
  const options = {
    url: 'http://highlevel.test',
    token,
    locationId,
    fetch: sandboxFetch(sandbox),
    wait: async () => {},
  };
  await expect(collect(probe({ ...options, write: true }))).rejects.toThrow('fetch failed');
  expect(stock(sandbox)).toEqual(before);
});

test('paces itself by the rate-limit headers', async () => {
  const { sandbox } = await probed({ limits: { max: 10 } }, { write: true });
  expect(sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
});

test('stops when the day’s budget is nearly gone', async () => {
  await expect(probed({ limits: { daily: 520 } })).rejects.toThrow('fewer than 500 more requests today');
});

test('prints no personal data', async () => {
  const { sandbox, lines } = await probed({}, all);
  const people = [...sandbox.state.locations.values()].flatMap(({ contacts }) => [...contacts.values()]);
  const words = people.flatMap(({ id, email, phone, lastName }) => [id, email, phone, lastName]).filter(Boolean);
  const text = lines.join('\n');
  expect(words.filter((word) => text.includes(word as string))).toEqual([]);
  expect(anonymous('ada@example.com, +44 20 7946 0018 or Yf2kEzpqOa7bT1xWm4Ls')).toBe('<e-mail>, <number> or Yf2k…');
});

test('runs as a command', async () => {
  const sandbox = createSandbox({ contacts: 60, quirks: { appointmentWrapper: 'appointment' } });
  const served = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => served.close());
  const { token: HIGHLEVEL_TOKEN, locationId: HIGHLEVEL_LOCATION_ID } = sandbox.info;
  const env = { PATH: process.env.PATH, HIGHLEVEL_TOKEN, HIGHLEVEL_LOCATION_ID, HIGHLEVEL_API_URL: served.url };
  const { code, out } = await new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/probe.ts'], { env }, (error, out) =>
      resolve({ code: error?.code, out }),
    );
  });
  expect(out).toMatch(/\n\d+ as assumed, 1 different, \d+ not seen\n/);
  expect(out).not.toContain(HIGHLEVEL_TOKEN);
  expect(code).toBe(2);
});
