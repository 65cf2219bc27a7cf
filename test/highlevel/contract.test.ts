import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startDemo } from '../../demo/start.ts';
import type { Sandbox } from '../../sandbox/app.ts';
import { documentedQuirks } from '../../sandbox/quirks.ts';
import { routes } from '../../sandbox/routes/all.ts';
import { createContracts } from '../helpers/contract/contracts.ts';
import type { Exchange } from '../helpers/contract/exchange.ts';
import { judge } from '../helpers/contract/judge.ts';
import { requiredKeys } from '../helpers/contract/required-keys.ts';
import { hasSpec } from '../helpers/contract/spec.ts';
import { specDefects } from '../helpers/contract/spec-defects.ts';
import { violations } from '../helpers/contract/violations.ts';
import { findings } from '../helpers/contract/watch.ts';
import { overSandbox } from './over-sandbox.ts';
import { driveEverything } from './whole-surface.ts';

if (!hasSpec) {
  test('sandbox and client keep to HighLevel’s specification', ({ skip }) => {
    skip('HighLevel’s OpenAPI files are not beside this checkout');
  });
} else {
  const contracts = createContracts();
  const exchanges = await driveEverything();
  const oauth = ['POST /oauth/token', 'POST /oauth/locationToken', 'GET /oauth/installedLocations'];
  const endpoints = [...routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, 'x')}`), ...oauth];
  const specified = endpoints.flatMap((endpoint) => {
    const [method = '', path = ''] = endpoint.split(' ');
    return contracts(method, path)?.name ?? [];
  });
  const nameOf = ({ method, url }: Exchange) => contracts(method, url.pathname)?.name;
  /** The first accepted exchange of an endpoint, changed. */
  const altered = (name: string, change: Partial<Exchange>): Exchange => {
    const exchange = exchanges.find((made) => nameOf(made) === name && made.status < 300);
    return { ...(exchange as Exchange), ...change };
  };
  const answerOf = (name: string) => structuredClone(altered(name, {}).responseBody) as Record<string, object>;

  test('every request and response of the surface is as specified', () => {
    expect(exchanges.flatMap((exchange) => judge(exchange))).toEqual([]);
  });

  test('every endpoint of the sandbox that HighLevel specifies is checked', () => {
    const judged = new Set(exchanges.filter(({ status }) => status < 300).map(nameOf));
    expect(specified.length).toBeGreaterThan(50);
    expect(specified.filter((name) => !judged.has(name))).toEqual([]);
  });

  test('the required keys of each endpoint are known', () => {
    expect(specified.filter((name) => !(name in requiredKeys))).toEqual([]);
    expect(Object.keys(requiredKeys).filter((name) => !specified.includes(name))).toEqual([]);
  });

  test('every request names a version that is specified for its path', () => {
    const wrong = exchanges.filter(({ method, url, version }) => {
      const { versions = [] } = contracts(method, url.pathname) ?? {};
      return versions.length > 0 && !versions.includes(version ?? '');
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  test.each(specDefects.map((defect) => [defect.file, defect.reason, defect] as const))(
    'the specification of %s still errs: %s',
    (_file, _reason, defect) => {
      const unrepaired = createContracts(specDefects.filter((other) => other !== defect));
      const found = exchanges.flatMap((exchange) => {
        const contract = unrepaired(exchange.method, exchange.url.pathname);
        return contract ? violations(exchange, contract) : [];
      });
      expect(found).not.toEqual([]);
    },
  );

  const contact = 'GET /contacts/{contactId}';
  const { contact: whole } = answerOf(contact);
  test.each<[string, string, Partial<Exchange>]>([
    [contact, 'answer has person, which is unknown', { responseBody: { person: whole } }],
    [contact, 'answer lacks contact.id', { responseBody: { contact: { ...whole, id: undefined } } }],
    [contact, 'answer /contact/tags must be array', { responseBody: { contact: { ...whole, tags: 'vip' } } }],
    [contact, 'answer /contact/phone must be string', { responseBody: { contact: { ...whole, phone: null } } }],
    [contact, 'status 201 is not among 200, 400, 401, 422', { status: 201 }],
    [contact, 'status 418 is not HighLevel’s', { status: 418, responseBody: { message: 'Teapot' } }],
    [contact, 'the error has no message', { status: 400, responseBody: { error: 'Bad Request' } }],
    [contact, 'query fields is unknown', { url: new URL('http://highlevel.test/contacts/x?fields=id') }],
    ['GET /users/search', 'query companyId is missing', { url: new URL('http://highlevel.test/users/search') }],
    ['POST /contacts/{contactId}/notes', "request (whole) must have required property 'body'", { requestBody: {} }],
    ['POST /contacts/{contactId}/notes', 'request /body must be string', { requestBody: { body: 7 } }],
    ['POST /contacts/', 'request has nick, which is unknown', { requestBody: { locationId: 'x', nick: 'A' } }],
    ['DELETE /contacts/{contactId}', 'answer lacks succeded', { responseBody: { succeeded: true } }],
  ])('in %s it is found that %s', (name, finding, change) => {
    const exchange = altered(name, change);
    expect(judge(exchange)).toContain(`${name} (${exchange.status}): ${finding}`);
  });

  test('only a quirk may contradict the specification', () => {
    const name = 'GET /calendars/events/appointments/{eventId}';
    const { event } = answerOf(name);
    const renamed = altered(name, { responseBody: { appointment: event } });
    expect(judge(renamed, { ...documentedQuirks, appointmentWrapper: 'appointment' })).toEqual([]);
    expect(judge(renamed, { ...documentedQuirks, companyNameUpdatable: true })).not.toEqual([]);
  });

  test('the exchanges of a sandbox made by a test or by the demo are recorded', async () => {
    const { sandbox, contactId } = overSandbox();
    const demo = await startDemo({ port: 0, logger: pino({ level: 'silent' }) });
    onTestFinished(() => demo.close());
    const ask = async (url: string, { info }: Sandbox, send: (request: Request) => Promise<Response>) => {
      const headers = { authorization: `Bearer ${info.token}`, version: '2021-07-28' };
      await send(new Request(url, { headers }));
    };
    await ask(`http://highlevel.test/contacts/${contactId}?a=1`, sandbox, sandbox.fetch);
    await ask(`${demo.sandboxUrl}/contacts/${demo.sandbox.info.contactIds[0]}?b=1`, demo.sandbox, fetch);
    expect(await findings()).toEqual([`${contact} (200): query a is unknown`, `${contact} (200): query b is unknown`]);
  });
}
