import { setTimeout as wait } from 'node:timers/promises';
import { execute } from '../../engine/execute.ts';
import { operation } from '../../engine/operation.ts';
import type { Api } from '../../highlevel/client.ts';
import { getContact } from '../../highlevel/contacts.ts';
import type { FieldRef } from '../../sync/refs.ts';
import { createPorts } from './ports.ts';
import { createTestState } from './state.ts';

interface Save {
  field: FieldRef;
  value: string;
}

/** A client of the engine that saves a field of a contact as it has seen it. */
export async function createWriter(api: Api, locationId: string, contactId: string) {
  const { state } = await createTestState();
  const ports = createPorts({ api, locationId, state });
  return async ({ field, value }: Save, seen: string) => {
    const op = operation({
      kind: 'field',
      target: { contactId, rowId: 1 },
      want: { [field]: value },
      seen: { highlevel: { [field]: [seen] }, cells: {} },
      origin: 'grid',
    });
    const { done, left } = await execute(ports, op);
    return done ? 'saved' : { failure: left[0]?.failure?.code, theirs: left[0]?.failure?.theirs };
  };
}

/** Two clients save one field of a contact, the second so many milliseconds after the first. Returns what each was answered. */
export async function saveTwice(apis: readonly [Api, Api], at: { locationId: string; contactId: string }, gap: number) {
  const { city } = await getContact(apis[0], at.contactId);
  const [first, second] = await Promise.all(apis.map((api) => createWriter(api, at.locationId, at.contactId)));
  if (!first || !second) throw new RangeError();
  const saving = first({ field: 'city', value: 'Aarhus' }, city);
  await wait(gap);
  const answers = await Promise.all([saving, second({ field: 'city', value: 'Bergen' }, city)]);
  return { answers, city: (await getContact(apis[0], at.contactId)).city };
}

/** One is saved, the other has a conflict with its value: neither is lost without a word. */
export const outcomes = (one: string) =>
  [
    ['saved', { failure: 'changed', theirs: 'Aarhus' }],
    [{ failure: 'changed', theirs: 'Bergen' }, 'saved'],
  ][one === 'Aarhus' ? 0 : 1];
