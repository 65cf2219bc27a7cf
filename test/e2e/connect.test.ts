import { expect, test } from 'vitest';
import { openGristPage } from '../helpers/grist.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

test('an owner connects the document in HighLevel’s window and sees the contact', async () => {
  const grist = await openGrist({ unconnected: true });
  await showsTitle(grist, 'Connect HighLevel');
  const opening = grist.page.waitForEvent('popup');
  await grist.panel.getByRole('button', { name: 'Connect' }).click();
  const window = await opening;
  await window.getByRole('button').first().click();
  await isUpToDate(grist);
  await showsTitle(grist, (await grist.cell('Contacts', 1, 'Name')) as string);
  expect(window.isClosed()).toBe(true);
});

test('a colleague’s open panel shows the contact as soon as the owner has connected', async () => {
  const grist = await openGrist({ unconnected: true });
  const page = await grist.page.context().newPage();
  const colleague = { ...grist, ...(await openGristPage(page, grist.demo.url)) };
  await showsTitle(colleague, 'Connect HighLevel');
  const opening = grist.page.waitForEvent('popup');
  await grist.panel.getByRole('button', { name: 'Connect' }).click();
  await (await opening).getByRole('button').first().click();
  await isUpToDate(grist);
  await isUpToDate(colleague);
});

test('a window that is closed leaves everything as it was', async () => {
  const grist = await openGrist({ unconnected: true });
  const opening = grist.page.waitForEvent('popup');
  await grist.panel.getByRole('button', { name: 'Connect' }).click();
  const window = await opening;
  await showsTitle(grist, 'Finish in the other window');
  await window.close();
  await showsTitle(grist, 'Connect HighLevel');
});

test('the code of the window can be pasted where it cannot be handed over', async () => {
  const grist = await openGrist({ unconnected: true });
  const opening = grist.page.waitForEvent('popup');
  await grist.panel.getByRole('button', { name: 'Connect' }).click();
  const window = await opening;
  await window.route('**/oauth/claim.js', (route) => route.abort());
  await window.getByRole('button').first().click();
  const code = await window.locator('code').innerText();
  await grist.panel.getByText('Does that window show a code?').click();
  await grist.panel.getByLabel('Code from the window').fill(code);
  await grist.panel.getByRole('button', { name: 'Use this code' }).click();
  await isUpToDate(grist);
});

test('a viewer is told who can connect it', async () => {
  const grist = await openGrist({ unconnected: true, readOnly: true });
  await grist.panel.getByText('Only an owner of this document can connect it.').waitFor();
  expect(await grist.panel.getByRole('button', { name: 'Connect' }).count()).toBe(0);
});

/** A document that an owner connects by the button of that name, as often as asked. */
async function openUnconnected() {
  const grist = await openGrist({ unconnected: true });
  const connect = async (name: string) => {
    const opening = grist.page.waitForEvent('popup');
    await grist.panel.getByRole('button', { name }).click();
    await (await opening).getByRole('button').first().click();
    await isUpToDate(grist);
  };
  return { grist, connect };
}

test('a sign-in that HighLevel ended is repaired with one button', async () => {
  const { grist, connect } = await openUnconnected();
  await connect('Connect');
  const { sandbox } = grist.demo;
  sandbox.faults.add('revoked-refresh-token');
  sandbox.grants.expire();
  await grist.selectRow(2);
  await showsTitle(grist, 'HighLevel signed us out');
  sandbox.faults.clear();
  await connect('Connect again');
});

test('a colleague’s signed-out panel follows as soon as the owner has connected again', async () => {
  const { grist, connect } = await openUnconnected();
  await connect('Connect');
  const page = await grist.page.context().newPage();
  const colleague = { ...grist, ...(await openGristPage(page, grist.demo.url)) };
  await isUpToDate(colleague);
  const { sandbox } = grist.demo;
  sandbox.faults.add('revoked-refresh-token');
  sandbox.grants.expire();
  await colleague.selectRow(2);
  await showsTitle(colleague, 'HighLevel signed us out');
  await grist.selectRow(2);
  await showsTitle(grist, 'HighLevel signed us out');
  sandbox.faults.clear();
  await connect('Connect again');
  await isUpToDate(colleague);
});
