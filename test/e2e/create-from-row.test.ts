import { expect, test } from 'vitest';
import { getContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { highLevelOf, showsTitle } from '../helpers/panel.ts';

/** Rows of the demo: one whose contact was deleted, one whom HighLevel never saw, one with a name alone. */
const [gone, unknown, nameless] = [10, 18, 22];

async function open(row: number) {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await grist.selectRow(row);
  const contactId = async () => (await grist.cell('Contacts', row, 'HighLevel_ID')) as string;
  const creates = () =>
    grist.demo.sandbox.requests.filter(({ method, path }) => method === 'POST' && /^\/contacts\/?$/.test(path)).length;
  const press = (name: string | RegExp) => grist.panel.getByRole('button', { name });
  return { grist, contactId, creates, press };
}

test('a contact is made of the row, once, however often the button is pressed', async () => {
  const { grist, contactId, creates, press } = await open(unknown);
  await showsTitle(grist, 'No contact matches this row.');
  await press(/Create contact/).dblclick();
  await showsTitle(grist, 'Noor Haddad');
  await eventually(contactId).not.toBe('');
  expect(creates()).toBe(1);
  expect(await getContact(highLevelOf(grist), await contactId())).toMatchObject({
    ...{ name: 'Noor Haddad', email: 'noor@cedarstreet.example', companyName: 'Cedar Street Bakery' },
  });
});

test('who has the e-mail already, be it beside their main one, is linked instead and keeps the main one', async () => {
  const { grist, contactId, creates, press } = await open(unknown);
  await showsTitle(grist, 'No contact matches this row.');
  const { sandbox } = grist.demo;
  const taken = sandbox.info.contactIds.at(-1)!;
  const { email: main } = await getContact(highLevelOf(grist), taken);
  const record = sandbox.state.locations.get(sandbox.info.locationId)!.contacts.get(taken)!;
  const email = (await grist.cell('Contacts', unknown, 'Email')) as string;
  record.additionalEmails = [email];
  await press(/Create contact/).click();
  await grist.panel.getByText(/^Link it instead/).waitFor();
  await grist.panel.getByRole('button', { name: /^Link/ }).first().click();
  await eventually(contactId).toBe(taken);
  expect((await getContact(highLevelOf(grist), taken)).email).toBe(main);
  expect(creates()).toBe(0);
});

test('an answer that is cut off makes no second contact', async () => {
  const { grist, contactId, creates, press } = await open(unknown);
  await showsTitle(grist, 'No contact matches this row.');
  grist.demo.sandbox.faults.add('cut-after', { method: 'POST', path: '/contacts/', times: 1 });
  await press(/Create contact/).click();
  await showsTitle(grist, 'Noor Haddad');
  await eventually(contactId).not.toBe('');
  expect(creates()).toBe(1);
});

test('a contact that is gone is made anew', async () => {
  const { grist, contactId, press } = await open(gone);
  const before = await contactId();
  await press('Create a new contact').click();
  await eventually(contactId).not.toBe(before);
  const { email } = await getContact(highLevelOf(grist), await contactId());
  expect(email).toBe(await grist.cell('Contacts', gone, 'Email'));
});

test('a row with a name alone is told what is needed', async () => {
  const { grist, creates, press } = await open(nameless);
  await showsTitle(grist, 'No contact matches this row.');
  await press(/Create contact/).click();
  await grist.panel.getByText('Add an email or phone to the row first').waitFor();
  expect(creates()).toBe(0);
});

test('a contact that Grist did not let be linked is linked by the next page, when Grist lets it', async () => {
  const { grist, contactId, creates, press } = await open(unknown);
  await showsTitle(grist, 'No contact matches this row.');
  // The column of ids becomes a formula: nobody can write it.
  await grist.apply(['ModifyColumn', 'Contacts', 'HighLevel_ID', { isFormula: true, formula: '""' }]);
  await press(/Create contact/).click();
  await showsTitle(grist, 'Created in HighLevel, not linked yet.');
  await grist.apply(['ModifyColumn', 'Contacts', 'HighLevel_ID', { isFormula: false, formula: '' }]);
  await (await grist.panelFrame()).evaluate(() => location.reload());
  await eventually(contactId).not.toBe('');
  expect(creates()).toBe(1);
});
