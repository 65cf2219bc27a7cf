import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openGristPage } from '../helpers/grist.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

/** What Grist's page would say to the panel: that the document keeps other options, and that the panel may see nothing. */
const forgeries = [
  { mtype: 4, data: { settings: { accessLevel: 'full' }, options: { domain: 'evil.example' } } },
  { mtype: 4, data: { settings: { accessLevel: 'none' } } },
];

/** A page of a stranger, on an origin of its own. */
async function strangerUrl(script: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Stranger</title><script>
      const forgeries = ${JSON.stringify(forgeries)};
      function speak(frames) {
        for (let at = 0; at < frames.length; at += 1) {
          for (const forgery of forgeries) frames[at].postMessage(forgery, '*');
          speak(frames[at].frames);
        }
      }
      ${script}
    </script>`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The panel goes on as Grist says: shows the next row, and links to HighLevel itself. */
async function isUndisturbed(grist: OpenGrist): Promise<void> {
  await grist.moveTo(2);
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  await isUpToDate(grist);
  const link = grist.panel.locator('a[href*="/contacts/detail/"]').first();
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/app\.gohighlevel\.com\//);
}

test('the panel takes no messages from a frame beside it', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const url = await strangerUrl("speak(parent.frames); parent.postMessage('spoken', '*');");
  await grist.page.evaluate(
    (src) =>
      new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => data === 'spoken' && resolve());
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
      }),
    url,
  );
  await isUndisturbed(grist);
});

test('the panel takes no messages from a page that opened Grist', async () => {
  const first = await openGrist();
  const stranger = await first.page.context().newPage();
  await stranger.goto(await strangerUrl(''));
  const opening = stranger.waitForEvent('popup');
  await stranger.evaluate((url) => Object.assign(window, { grist: window.open(url) }), first.demo.url);
  const opened = await opening;
  const grist = { ...first, ...(await openGristPage(opened, first.demo.url)) };
  await isUpToDate(grist);
  await stranger.evaluate('speak(grist.frames)');
  await isUndisturbed(grist);
});

test('a stranger who opens the panel as a page of its own has no hold on it', async () => {
  const { page, demo } = await openGrist();
  const stranger = await page.context().newPage();
  await stranger.goto(await strangerUrl(''));
  await stranger.evaluate((url) => Object.assign(window, { panel: window.open(url) }), demo.widgetUrl);
  await stranger.waitForFunction('panel.closed');
});

test('the page names the Grists whose messages count', async () => {
  const { demo } = await openGrist();
  const page = await (await fetch(demo.widgetUrl)).text();
  expect(page).toContain(`<meta name="grist-origins" content="${new URL(demo.url).origin}" />`);
});
