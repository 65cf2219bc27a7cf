import { expect, test } from 'vitest';
import { getContact, updateContact } from '../../highlevel/contacts.ts';
import { eventually } from '../helpers/eventually.ts';
import { type OpenGrist, openGrist } from '../helpers/open-grist.ts';
import { field, highLevelOf, isUpToDate, title } from '../helpers/panel.ts';
import { runs } from '../helpers/runs.ts';

/** How often a hand moves, about three times a second. */
const moves = runs(40, 800);
/** Contacts of the demo that are linked, by the number of their row. */
const rows = [1, 2, 3, 4, 5, 6, 8, 9, 11, 12];
const columns = { city: 'City', source: 'Source', state: 'State', postalCode: 'Postcode' } as const;
type Key = keyof typeof columns;
const keys = Object.keys(columns) as Key[];

const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;
const idOf = (grist: OpenGrist, row: number) => grist.cell('Contacts', row, 'HighLevel_ID') as Promise<string>;

/** Types into the panel as a person does, in whatever state it is; answers the text if it was taken. */
async function typeInPanel({ panel }: OpenGrist, key: Key, text: string): Promise<boolean> {
  const rest = panel.locator(`button[data-field="${key}"]`);
  if (!(await rest.isVisible())) return false;
  await rest.click({ timeout: 5_000 });
  const input = panel.locator('.field input:focus');
  await input.fill(text, { timeout: 5_000 });
  await input.press('Enter', { timeout: 5_000 });
  return true;
}

/** Goes to each row and presses whatever leads out of what waits there. */
async function settle(grist: OpenGrist) {
  const { panel } = grist;
  for (const row of rows) {
    await grist.moveTo(row);
    const name = (await grist.cell('Contacts', row, 'Name')) as string;
    await title(grist).filter({ hasText: name }).waitFor();
    // What a hand in HighLevel did within the last half minute, the panel has not read again by itself.
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await expect
      .poll(
        async () => {
          const ways = panel
            .locator('.field')
            .getByRole('button', { name: /^(In Grist|Use mine|Try again|Use Grist’s)/ });
          if ((await ways.count()) > 0)
            await ways
              .first()
              .click({ timeout: 5_000 })
              .catch(() => {});
          return panel.getByText('Up to date').isVisible();
        },
        { interval: 500 },
      )
      .toBe(true);
  }
}

/** Lets the product's own check say how many rows differ. */
async function rowsThatDiffer({ panel }: OpenGrist): Promise<string> {
  await panel.getByRole('button', { name: 'More actions' }).click();
  await panel.getByRole('menuitem', { name: 'Settings' }).click();
  await panel.getByRole('tab', { name: 'Check' }).click();
  await panel.getByRole('button', { name: /^Check (now|again)/ }).click();
  await panel.getByText(/^Checked/).waitFor();
  const text = await panel.getByRole('region', { name: 'Check the table' }).innerText();
  return /\d+ of \d+ rows? differs?/.exec(text)?.[0] ?? text;
}

/** The panel's log, copied into a table of the document by the panel itself. */
async function copiedLog(grist: OpenGrist): Promise<Set<string>> {
  await grist.panel.getByRole('tab', { name: 'Activity' }).click();
  await grist.panel.getByRole('button', { name: 'Copy into a table' }).click();
  await grist.panel.getByText(/added to HighLevel_Activity/).waitFor();
  const [before, after] = await Promise.all(
    ['Before', 'After'].map((column) => grist.column('HighLevel_Activity', column)),
  );
  return new Set([...before!, ...after!].map(String));
}

test(`after ${moves} moves in a panel, in the grid and in HighLevel, with faults, both sides are equal`, async () => {
  const grist = await openGrist();
  await grist.whenEngineReady();
  await isUpToDate(grist);
  await field(grist, 'city');
  const api = highLevelOf(grist);
  const { faults } = grist.demo.sandbox;
  const typed: string[] = [];

  for (let count = 1; count <= moves; count++) {
    const [key, row, text] = [pick(keys), pick(rows), `v${count}`];
    const act = Math.random();
    if (act < 0.25) await grist.moveTo(row);
    else if (act < 0.65) {
      const taken = await typeInPanel(grist, key, text).catch(() => false);
      if (taken) typed.push(text);
    } else if (act < 0.8) await grist.apply(['UpdateRecord', 'Contacts', row, { [columns[key]]: text }]);
    else if (act < 0.9) await updateContact(api, await idOf(grist, row), { [key]: text }).catch(() => {});
    else faults.add(pick(['cut-before', 'cut-after', 'server-error', 'latency'] as const), { times: 2, ms: 500 });
    await grist.page.waitForTimeout(150 + Math.random() * 350);
  }

  faults.clear();
  await settle(grist);
  await settle(grist);
  for (const row of rows) {
    const contact = await getContact(api, await idOf(grist, row));
    for (const key of keys) await eventually(() => grist.cell('Contacts', row, columns[key])).toBe(contact[key]);
  }
  expect(await rowsThatDiffer(grist)).toMatch(/^0 of/);
  expect(typed.length).toBeGreaterThan(5);
  const log = await copiedLog(grist);
  expect(typed.filter((text) => !log.has(text))).toEqual([]);
});
