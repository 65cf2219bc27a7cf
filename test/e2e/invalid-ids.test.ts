import { expect, test } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { isUpToDate, showsTitle } from '../helpers/panel.ts';

const requestsOf = ({ demo }: OpenGrist) => demo.sandbox.requests.map(({ path }) => decodeURIComponent(path));

test('an e-mail in the cell of a contact id is called an e-mail, and stays', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  await grist.apply(['UpdateRecord', 'Contacts', 1, { HighLevel_ID: 'grace@example.org' }]);
  await showsTitle(grist, 'This is an email, not a contact id');
  expect(await grist.panel.getByRole('button').count()).toBe(0);
  expect(await grist.cell('Contacts', 1, 'HighLevel_ID')).toBe('grace@example.org');
  expect(requestsOf(grist).filter((path) => path.includes('grace@'))).toEqual([]);
});

test('a column of e-mails that is chosen for contact ids is told from one wrong cell', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const emails = await grist.column('Contacts', 'Email');
  const rows = emails.map((_, index) => index + 1);
  await grist.apply(['BulkUpdateRecord', 'Contacts', rows, { HighLevel_ID: emails }]);
  await showsTitle(grist, 'This column holds emails, not contact ids');
  await grist.panel.getByText('CONTACT ID').first().waitFor();
  expect(requestsOf(grist).filter((path) => path.includes('@'))).toEqual([]);
});

test('an invisible character in a contact id is removed with one button', async () => {
  const grist = await openGrist();
  await isUpToDate(grist);
  const contactId = (await grist.cell('Contacts', 1, 'HighLevel_ID')) as string;
  await grist.apply([
    'UpdateRecord',
    'Contacts',
    1,
    { HighLevel_ID: `${contactId.slice(0, 5)}\u200b${contactId.slice(5)}` },
  ]);
  await grist.panel.getByRole('button', { name: 'Remove the character' }).click();
  await eventually(() => grist.cell('Contacts', 1, 'HighLevel_ID')).toBe(contactId);
  await isUpToDate(grist);
});
