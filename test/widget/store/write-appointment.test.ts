import { beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../../helpers/start-panel.ts';
import { startWriting } from './entry-bench.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startBooked() {
  const bench = await startWriting();
  const form = await bench.appointmentForm();
  bench.send(null, form);
  await pass(1500);
  const entry = bench
    .entries()
    .find((found) => found.kind === 'appointment' && found.appointment.title === 'Measure visit');
  return { ...bench, form, id: entry!.id, entry: () => bench.entries().find(({ id }) => id === entry!.id) };
}

test('an appointment is booked at the instant that was chosen', async () => {
  const { form, id, appointment } = await startBooked();
  expect(await appointment(id)).toMatchObject({
    startTime: form.startTime,
    calendarId: form.calendarId,
    title: 'Measure visit',
    address: '14 Riverside Walk',
  });
});

test('a calendar that books for its team needs one of them', async () => {
  const { send, appointmentForm } = await startWriting();
  expect(send(null, await appointmentForm({ assignee: '' }))).toEqual(['assignee']);
});

test('an appointment needs a calendar and a start', async () => {
  const { send, appointmentForm } = await startWriting();
  expect(send(null, await appointmentForm({ calendarId: '', startTime: null }))).toEqual(['calendar', 'start']);
});

test('a slot that was taken meanwhile is refused and the form is kept', async () => {
  const { work, send, form } = await startBooked();
  send(null, { ...form, title: 'Another visit' });
  await pass(1500);
  expect(work.drafts.value).toMatchObject([
    {
      entryId: null,
      form: { title: 'Another visit' },
      sending: false,
      failure: { side: 'highlevel', code: 'rejected' },
    },
  ]);
});

test('rescheduling keeps the id, the assignee and the status', async () => {
  const { work, id, appointment, appointmentForm, send } = await startBooked();
  const before = await appointment(id);
  const form = work.formFor('appointment', id);
  if (form?.kind !== 'appointment') throw new Error('no form');
  const { startTime } = await appointmentForm();
  const length = before.endTime - before.startTime;
  send(id, { ...form, startTime, endTime: startTime! + length });
  await pass(1500);
  expect(await appointment(id)).toEqual({ ...before, startTime, endTime: startTime! + length });
});

test('cancelling sets the status and undo restores it', async () => {
  const { work, id, appointment, panel } = await startBooked();
  work.setStatus(id, 'cancelled');
  await pass(1500);
  expect(await appointment(id)).toMatchObject({ status: 'cancelled' });
  panel.notices.undo();
  await pass(1500);
  expect(await appointment(id)).toMatchObject({ status: 'confirmed' });
});

test('a deleted appointment is gone, and undo books it anew at its time', async () => {
  const { work, id, entry, entries, form, panel } = await startBooked();
  work.remove('appointment', id);
  await pass(1500);
  expect(entry()).toBeUndefined();
  panel.notices.undo();
  await pass(1500);
  const back = entries().filter((found) => found.kind === 'appointment' && found.appointment.title === form.title);
  expect(back).toMatchObject([{ pending: false, appointment: { startTime: form.startTime } }]);
});
