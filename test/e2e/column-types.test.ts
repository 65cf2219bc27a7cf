import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import type { OpenGrist } from '../helpers/open-grist.ts';
import { openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, noteUnder } from '../helpers/panel.ts';
import { mapColumn } from '../helpers/section.ts';

/** A column of a type that the document's builder added and mapped in Grist's own panel, with a cell of a row that was not shown before. */
async function openWithColumn(key: 'postalCode' | 'dateOfBirth', type: string, cell: unknown, inHighLevel: string) {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  const api = highLevelOf(grist);
  const contactId = (await grist.cell('Contacts', 2, 'HighLevel_ID')) as string;
  await updateContact(api, contactId, { [key]: inHighLevel });
  await grist.apply(
    ['AddColumn', 'Contacts', 'Typed', { type, isFormula: false, label: 'Typed' }],
    ['UpdateRecord', 'Contacts', 2, { Typed: cell }],
  );
  await mapColumn(grist, 'Contacts', 'Typed', key);
  await grist.selectRow(2);
  await field(grist, key);
  return { grist, there: async () => (await getContact(api, contactId))[key] };
}

const typeOf = async (grist: OpenGrist) =>
  grist.cell('_grist_Tables_column', await grist.findRow('_grist_Tables_column', 'colId', 'Typed'), 'type');

test('a postal code in a column of numbers keeps its zeros, and the column is made text in one undo step', async () => {
  const { grist, there } = await openWithColumn('postalCode', 'Int', 1067, '01067');
  const note = noteUnder(grist, 'postalCode');
  await note.getByText('“Typed” holds numbers').waitFor();
  expect(await there()).toBe('01067');
  expect(await grist.cell('Contacts', 2, 'Typed')).toBe(1067);

  await note.getByRole('button', { name: 'Change the column’s type to Text' }).click();
  await note.getByRole('button', { name: 'Use HighLevel’s' }).waitFor();
  expect(await typeOf(grist)).toBe('Text');
  expect(await grist.cell('Contacts', 2, 'Typed')).toBe('1067');
  await grist.selectRow(2);
  await grist.page.keyboard.press('Control+z');
  await eventually(() => typeOf(grist)).toBe('Int');
  await eventually(() => grist.cell('Contacts', 2, 'Typed')).toBe(1067);
  await note.getByRole('button', { name: 'Change the column’s type to Text' }).click();
  await note.getByRole('button', { name: 'Use HighLevel’s' }).click();
  await eventually(() => grist.cell('Contacts', 2, 'Typed')).toBe('01067');
  expect(await there()).toBe('01067');
});

test('a birthday whose year is typed with two digits is not sent', async () => {
  const { grist, there } = await openWithColumn('dateOfBirth', 'Text', '25.09.1985', '1985-09-25');
  await grist.apply(['UpdateRecord', 'Contacts', 2, { Typed: '26.9.85' }]);
  await noteUnder(grist, 'dateOfBirth').getByText('Write all four digits').waitFor();
  expect(await there()).toBe('1985-09-25');
});
