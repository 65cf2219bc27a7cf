import { expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, isUpToDate, showsTitle } from '../helpers/panel.ts';

test('an unreachable proxy is named beside the row’s own values, and the panel comes back when asked', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const api = `${grist.demo.widgetUrl}api/**`;
  await grist.page.route(api, (route) => route.abort('connectionrefused'));
  await grist.selectRow(2);
  await grist.panel.getByText('Can’t reach the sync service.').waitFor();
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  await grist.page.unroute(api);
  await grist.panel.getByRole('button', { name: 'Try now' }).click();
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  await isUpToDate(grist);
});

test('a rate limit counts down, shows what the row knows, and ends by itself', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const { faults } = grist.demo.sandbox;
  faults.add('rate-limited', { retryAfter: '4' });
  await grist.selectRow(2);
  const banner = grist.panel.getByText(/asked us to slow down. Trying again in/).first();
  await banner.waitFor();
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  faults.clear();
  await isUpToDate(grist);
  expect(await banner.isVisible()).toBe(false);
});

test('a HighLevel that fails is named as what it is', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  grist.demo.sandbox.faults.add('server-error', { status: 500 });
  await grist.selectRow(2);
  await grist.panel.getByText('HighLevel isn’t responding.').waitFor();
  await showsTitle(grist, (await grist.cell('Contacts', 2, 'Name')) as string);
  grist.demo.sandbox.faults.clear();
  await isUpToDate(grist);
});

test('a broken HighLevel leaves what was read on the screen', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const entries = await grist.panel.locator('[data-entry]').count();
  grist.demo.sandbox.faults.add('cut-before');
  await grist.panel.getByRole('button', { name: 'Refresh' }).click();
  await eventually(() => grist.panel.getByText('Up to date').isVisible()).toBe(false);
  expect(await grist.panel.locator('[data-entry]').count()).toBe(entries);
  grist.demo.sandbox.faults.clear();
  await isUpToDate(grist);
});

test('a viewer reads everything and can change nothing', async () => {
  const grist = await openGrist({ readOnly: true });
  await grist.panel.getByText('You can look but not change things here').waitFor();
  const tick = grist.panel.getByRole('checkbox').first();
  await tick.waitFor();
  expect(await tick.isDisabled()).toBe(true);
  expect(await (await field(grist, 'phone')).count()).toBe(0);
});
