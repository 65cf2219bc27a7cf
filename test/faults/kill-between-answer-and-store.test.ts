import { expect, onTestFinished, test } from 'vitest';
import { type DatabaseKind, databaseKinds, newDatabase } from '../helpers/databases.ts';
import { holdAnswers } from '../helpers/held-answers.ts';
import { arrangeProcesses } from '../helpers/proxy-processes.ts';

/** A proxy that is killed once HighLevel has done what it asked and before it hears of it; another one goes on. */
async function arrange(kind: DatabaseKind) {
  const processes = await arrangeProcesses(await newDatabase(kind));
  onTestFinished(processes.close);
  const { sandbox, insist, contactId } = processes;
  const [one, other] = [await processes.startProxy(), await processes.startProxy()];
  const session = await processes.connect(one);
  const contact = `/api/highlevel/contacts/${contactId}`;
  // Each has its part of HighLevel's window from here on.
  await insist(other, 'GET', contact, session);

  async function killOnceDone(path: string, ask: () => Promise<unknown>): Promise<void> {
    const { held, release } = holdAnswers(
      sandbox,
      ({ method, url }) => method === 'POST' && new URL(url).pathname.endsWith(path),
    );
    const lost = ask().catch(() => 'lost');
    await held;
    await one.kill();
    expect(await lost).toBe('lost');
    release();
  }

  const edit = (proxy = other) => insist(proxy, 'PUT', contact, session, { city: 'Nairobi' });
  const city = async () => {
    const { body } = await insist(other, 'GET', contact, session);
    return (body.contact as { city?: string } | undefined)?.city;
  };
  return { ...processes, one, other, session, contact, killOnceDone, edit, city };
}

test.each(databaseKinds)('new tokens that died with their proxy are asked for once more, on %s', async (kind) => {
  const { sandbox, one, edit, city, killOnceDone, redemptions } = await arrange(kind);
  const before = redemptions();
  sandbox.grants.expire();
  await killOnceDone('/oauth/token', () => edit(one));
  expect((await edit()).status).toBe(200);
  expect(await city()).toBe('Nairobi');
  expect(redemptions() - before).toBe(2);
  sandbox.grants.expire();
  expect(await city()).toBe('Nairobi');
  expect(redemptions() - before).toBe(3);
});

test.each(databaseKinds)('tokens that HighLevel gives no second time are asked of a person, on %s', async (kind) => {
  const { sandbox, one, other, edit, city, killOnceDone, redemptions, connect } = await arrange(kind);
  const before = redemptions();
  sandbox.grants.expire();
  await killOnceDone('/oauth/token', () => edit(one));
  sandbox.faults.add('revoked-refresh-token', { times: 1 });
  const refused = await edit();
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not-connected', reason: 'final' } } });
  expect(JSON.stringify(refused.body)).not.toContain('unknownOutcome');
  await edit();
  expect(redemptions() - before).toBe(2);

  await connect(other);
  expect((await edit()).status).toBe(200);
  expect(await city()).toBe('Nairobi');
});

test.each(databaseKinds)('a note that was made is found by the next proxy, on %s', async (kind) => {
  const { sandbox, one, other, session, insist, contact, killOnceDone } = await arrange(kind);
  const note = { body: 'Made, and nobody left to hear of it' };
  const add = (proxy = other) => insist(proxy, 'POST', `${contact}/notes`, session, note, { 'idempotency-key': 'k1' });
  await killOnceDone('/notes', () => add(one));
  expect((await add()).status).toBe(201);
  expect(sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/notes'))).toHaveLength(1);
  const { body } = await insist(other, 'GET', `${contact}/notes`, session);
  expect((body.notes as { body: string }[]).filter((made) => made.body === note.body)).toHaveLength(1);
});
