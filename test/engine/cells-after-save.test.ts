import { expect, test } from 'vitest';
import { execute } from '../../engine/execute.ts';
import { operation } from '../../engine/operation.ts';
import { createContactTable } from '../../grist/contact-table.ts';
import { createApi } from '../../highlevel/client.ts';
import { updateContact } from '../../highlevel/contacts.ts';
import { createSandbox } from '../../sandbox/app.ts';
import type { FieldRule } from '../../sync/plan.ts';
import { type FieldRef, traitsOf } from '../../sync/refs.ts';
import { createMemoryDoc } from '../helpers/grist-memory/doc.ts';
import { documentWith } from '../helpers/grist-memory/with-tables.ts';
import { createPorts } from '../helpers/ports.ts';
import { sandboxFetch } from '../helpers/sandbox-fetch.ts';
import { createTestState } from '../helpers/state.ts';

const ruleOf = (field: FieldRef): FieldRule => {
  const traits = traitsOf(field, []);
  if (!traits) throw new Error(`no field ${field}`);
  return { direction: 'both', onConflict: 'ask', traits, transform: { kind: 'as-is' } };
};

interface Cells {
  firstName?: string;
  name?: string;
}

/** Renames Grace Kimani to Greta in a document with these cells. `seen`: the cell of the first name when the person began. */
async function rename(cells: Cells, seen = cells.firstName): Promise<Cells> {
  const sandbox = createSandbox({ contacts: 1 });
  const { token, locationId, contactIds } = sandbox.info;
  const contactId = contactIds[0] ?? '';
  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  await updateContact(api, contactId, { firstName: 'Grace', lastName: 'Kimani' });
  const fields = Object.keys(cells) as (keyof Cells)[];
  const columns = fields.map((field) => [field, { type: 'Text', cells: [cells[field] ?? ''] }]);
  const document = documentWith({
    People: { Contact: { type: 'Text', cells: [contactId] }, ...Object.fromEntries(columns) },
  });
  const contacts = createContactTable(createMemoryDoc(document), {
    tableId: 'People',
    contactIdColumn: 'Contact',
    bound: new Map(fields.map((field) => [field, field])),
  });
  const { state } = await createTestState();
  const rules = new Map(fields.map((field) => [field, ruleOf(field)]));
  const { done } = await execute(
    createPorts({ api, locationId, state, contacts, mapping: { rules } }),
    operation({
      kind: 'field',
      target: { contactId, rowId: 1 },
      want: { firstName: 'Greta' },
      seen: { highlevel: { firstName: ['Grace'] }, cells: seen === undefined ? {} : { firstName: seen } },
      origin: 'panel',
    }),
  );
  expect(done).toMatchObject({ status: 'done' });
  const data = document.fetch('People');
  return Object.fromEntries(fields.map((field) => [field, data[field]?.[0]]));
}

test('the cell of a saved field and that of the full name are written', async () => {
  const cells = { firstName: 'Grace', name: 'Grace Kimani' };
  expect(await rename(cells)).toEqual({ firstName: 'Greta', name: 'Greta Kimani' });
});

test('a full name follows a first name that has no column', async () => {
  expect(await rename({ name: 'Grace Kimani' })).toEqual({ name: 'Greta Kimani' });
});

test('a full name that differed before keeps its own text', async () => {
  const cells = { firstName: 'Grace', name: 'Mrs Kimani' };
  expect(await rename(cells)).toEqual({ firstName: 'Greta', name: 'Mrs Kimani' });
});

test('a saved field is written although its cell differed when the person began', async () => {
  expect(await rename({ firstName: 'Gracie' })).toEqual({ firstName: 'Greta' });
});

test('a cell that another client changed since the person began keeps its text', async () => {
  expect(await rename({ firstName: 'Gigi' }, 'Grace')).toEqual({ firstName: 'Gigi' });
});
