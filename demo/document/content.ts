import type { Sandbox } from '../../sandbox/app.ts';
import { hostileIndex } from '../../sandbox/seed/seed.ts';
import type { ContactRecord, LocationData } from '../../sandbox/state.ts';
import type { Content, Row } from './fill.ts';
import { createRowMaker, type OwnerRow } from './rows.ts';

const linkedRows = 195;

/** Zero-based indexes of the rows without a contact: on the first screen, so that they are noticed. */
const rowIndexes = { sameEmail: 6, gone: 9, samePhone: 13, unknown: 17, nameless: 21 };

/**
 * Creates the document's rows: the newest contacts with their entries, two people whom HighLevel knows by
 * e-mail or by phone, two whom it does not know, and one whose contact was deleted there.
 */
export async function arrangeContent(sandbox: Sandbox): Promise<Omit<Content, 'widgetUrl'>> {
  const location = sandbox.state.locations.get(sandbox.info.locationId);
  if (!location) throw new Error('The sandbox has no first location.');
  const make = createRowMaker(location, sandbox.state.users);
  // One contact of the sandbox contains attacks on careless pages and is omitted from the demo.
  const ids = sandbox.info.contactIds.filter((_, index) => index !== hostileIndex);
  const all = ids.slice(0, 2 * linkedRows).flatMap((id) => location.contacts.get(id) ?? []);
  const [sameEmail, samePhone, gone] = all
    .slice(linkedRows)
    .filter(({ email, phone, companyName }) => email && phone && companyName);
  if (!sameEmail || !samePhone || !gone) throw new Error('The sandbox has too few contacts for the demo.');

  const people: { row: Row; contact?: ContactRecord }[] = all
    .slice(0, linkedRows)
    .map((contact) => ({ row: make.contact(contact), contact }));
  const unlinked = { HighLevel_ID: '', Open_tasks: 0 };
  const unlinkedRows: Record<keyof typeof rowIndexes, Row> = {
    sameEmail: { ...make.contact(sameEmail), ...unlinked, Phone: '' },
    gone: { ...make.contact(gone), Open_tasks: 0 },
    samePhone: { ...make.contact(samePhone), ...unlinked, Email: '', Domain: '' },
    unknown: {
      ...withoutDetails(make.contact(sameEmail)),
      ...unlinked,
      Name: 'Noor Haddad',
      First_name: 'Noor',
      Last_name: 'Haddad',
      Company: 'Cedar Street Bakery',
      Email: 'noor@cedarstreet.example',
      Domain: 'cedarstreet.example',
      Stage: 'New',
    },
    nameless: { ...withoutDetails(make.contact(samePhone)), ...unlinked, Name: 'Call back (trade fair)', Stage: 'New' },
  };
  for (const [kind, index] of Object.entries(rowIndexes)) {
    people.splice(index, 0, { row: unlinkedRows[kind as keyof typeof rowIndexes] });
  }
  await deleteContact(sandbox, gone.id);

  const owners = people.flatMap(({ row, contact }, index) =>
    contact ? [{ contact, owner: { rowId: index + 1, name: String(row.Name) } }] : [],
  );
  return { rows: { Contacts: people.map(({ row }) => row), ...entryRows(location, make, owners) }, tags: tagsOf(all) };
}

interface Owner {
  contact: ContactRecord;
  owner: OwnerRow;
}

function entryRows(location: LocationData, make: ReturnType<typeof createRowMaker>, owners: readonly Owner[]) {
  return {
    Tasks: owners.flatMap(({ contact, owner }) => location.tasks.of(contact.id).map((task) => make.task(task, owner))),
    Notes: owners.flatMap(({ contact, owner }) => location.notes.of(contact.id).map((note) => make.note(note, owner))),
    Appointments: owners.flatMap(({ contact, owner }) =>
      location.events.of(contact.id).map((event) => make.appointment(event, owner)),
    ),
  };
}

const withoutDetails = (row: Row): Row => ({
  ...Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, typeof cell === 'string' ? '' : null])),
  Tags: null,
});

const tagsOf = (contacts: readonly ContactRecord[]) => [...new Set(contacts.flatMap(({ tags }) => tags))].sort();

async function deleteContact({ fetch, info }: Sandbox, contactId: string): Promise<void> {
  const headers = { authorization: `Bearer ${info.token}`, version: '2021-07-28' };
  const answer = await fetch(new Request(`http://sandbox/contacts/${contactId}`, { method: 'DELETE', headers }));
  if (!answer.ok) throw new Error(`The sandbox did not delete a contact: ${answer.status}`);
}
