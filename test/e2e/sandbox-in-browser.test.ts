import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';
import { launchBrowser } from '../helpers/browser.ts';

const now = Date.parse('2026-11-20T09:00:00Z');

declare global {
  interface Window {
    sandboxInPage: typeof import('../../sandbox/app.ts');
  }
}

interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

/** The sandbox as one file for browsers. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'sandbox/app.ts', formats: ['iife'], name: 'sandboxInPage' } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('Nothing was built');
  return result.output[0].code;
}

/** Reads, writes, refusals and a cut, as one story. */
function story({ locationId, contactIds }: ReturnType<typeof createSandbox>['info']): Asked[] {
  const [contactId] = contactIds;
  return [
    { method: 'GET', path: `/contacts/${contactId}` },
    { method: 'PUT', path: `/contacts/${contactId}`, body: { city: 'Leeds' } },
    { method: 'PUT', path: `/contacts/${contactId}`, body: { nonsense: true } },
    { method: 'POST', path: `/contacts/${contactId}/notes`, body: { body: 'Called' } },
    { method: 'GET', path: `/contacts/${contactId}/notes` },
    { method: 'GET', path: `/contacts/${contactId}/appointments` },
    { method: 'DELETE', path: `/contacts/${contactId}/tags`, body: { tags: ['residential'] } },
    { method: 'POST', path: '/contacts/search', body: { locationId, pageLimit: 3 } },
    { method: 'GET', path: '/contacts/unknown' },
    { method: 'POST', path: '/_sandbox/faults', body: { name: 'rate-limited', times: 1 } },
    { method: 'GET', path: `/contacts/${contactId}/tasks` },
  ];
}

test('the sandbox answers in a browser page as it does over a socket', async () => {
  const sandbox = createSandbox({ contacts: 50, now: () => now });
  const { token } = sandbox.info;
  const asked = story(sandbox.info);
  const headers = { authorization: `Bearer ${token}`, version: '2021-07-28', 'content-type': 'application/json' };

  const served = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => served.close());
  const overSocket: unknown[] = [];
  for (const { method, path, body } of asked) {
    const answer = await fetch(served.url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    overSocket.push([answer.status, await answer.json()]);
  }

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${served.url}/v2/oauth/chooselocation`);
  await page.addScriptTag({ content: await bundled() });
  const inPage = await page.evaluate(
    async ({ asked, headers, now }) => {
      const sandbox = window.sandboxInPage.createSandbox({ contacts: 50, now: () => now });
      const answers: unknown[] = [];
      for (const { method, path, body } of asked) {
        const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
        const answer = await sandbox.fetch(new Request(`http://highlevel.test${path}`, init));
        answers.push([answer.status, await answer.json()]);
      }
      return answers;
    },
    { asked, headers, now },
  );

  expect(inPage).toEqual(overSocket);
  expect(overSocket.map((answer) => (answer as [number])[0])).toEqual([
    200, 200, 422, 201, 200, 200, 200, 200, 400, 201, 429,
  ]);
});
