import { expect, test } from 'vitest';
import {
  createAppointmentNote,
  deleteAppointmentNote,
  listAppointmentNotes,
  updateAppointmentNote,
} from '../../highlevel/appointment-notes.ts';
import { listAppointments } from '../../highlevel/appointments.ts';
import { collect } from '../../highlevel/pages.ts';
import { overSandbox } from './over-sandbox.ts';

async function withAppointment() {
  const over = overSandbox();
  const [appointment] = await listAppointments(over.api, over.contactId, 'UTC');
  return { ...over, appointmentId: appointment?.id ?? '' };
}

test('makes, changes and deletes a note on an appointment', async () => {
  const { api, appointmentId } = await withAppointment();

  const note = await createAppointmentNote(api, appointmentId, { body: 'Bring the contract' });
  expect(note).toMatchObject({ body: 'Bring the contract' });
  expect(await collect(listAppointmentNotes(api, appointmentId))).toContainEqual(note);
  const changed = await updateAppointmentNote(api, appointmentId, note.id, { body: 'Bring both contracts' });
  expect(changed).toMatchObject({ id: note.id, body: 'Bring both contracts' });
  await deleteAppointmentNote(api, appointmentId, note.id);
  expect((await collect(listAppointmentNotes(api, appointmentId))).map(({ id }) => id)).not.toContain(note.id);
});

test('lists every note once, over pages of twenty', async () => {
  const { api, appointmentId } = await withAppointment();
  const made: string[] = [];
  for (let count = 0; count < 45; count++) {
    made.push((await createAppointmentNote(api, appointmentId, { body: `Note ${count}` })).id);
  }

  const ids = (await collect(listAppointmentNotes(api, appointmentId))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(made.every((id) => ids.includes(id))).toBe(true);
});
