import type { Contact } from '../../../highlevel/contact.ts';
import { findDuplicate } from '../../../highlevel/contact-search.ts';
import { createContact, getContact } from '../../../highlevel/contacts.ts';
import type { FieldValues } from '../../../sync/fields.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/linking/linking.ts';
import { loadPhoneBook } from '../../../widget/store/fields/phone-book.ts';
import { type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';

export const noor: FieldValues = { name: 'Noor Haddad', email: 'noor@cedarstreet.example', phone: '+12065550134' };

export interface LinkingSetup extends PanelSetup {
  /** What row 9, which holds no contact, says. */
  values?: FieldValues;
  contactId?: string;
}

/** A panel on row 9, whose contact is to be found or made. */
export async function startLinking({ values = noor, contactId = '', ...setup }: LinkingSetup = {}) {
  await loadPhoneBook();
  const bench = await startPanel({ ...setup, rows: { 9: { contactId, values }, ...setup.rows } });
  bench.grist.select(9);
  const linking = await bench.panel.linking.load();
  const searches = () => bench.requests().filter((request) => /search/.test(request));
  const creates = () =>
    bench.requests().filter((request) => request.startsWith('POST /contacts') && !/search/.test(request));
  const likely = () => linking.likely.value;
  const { locationId } = bench.sandbox.info;
  return {
    bench,
    linking,
    likely,
    searches,
    creates,
    row: () => bench.grist.row(9),
    /** What a person did: what fills the empty cells of a linked row, and the empty fields of its contact, is left out. */
    log: () => bench.memory.entries().flatMap(({ act, result, via }) => (isFlow(via) ? [] : [`${act} ${result}`])),
    make: (contact: FieldValues): Promise<Contact> => createContact(bench.api, locationId, contact),
    /** What HighLevel has under a contact id of the row. */
    made: () => getContact(bench.api, bench.grist.row(9).contactId),
    settle: () => pass(5000),
  };
}

export const isFlow = (via: string) => via === 'highlevel' || via === 'grid';

/** A contact of the sandbox that no row holds. */
export async function stranger({ bench }: Pick<Awaited<ReturnType<typeof startLinking>>, 'bench'>, index = 20) {
  return getContact(bench.api, bench.sandbox.info.contactIds[index]!);
}

export const isCreate = (request: Request) => request.method === 'POST' && request.url.endsWith('/contacts/');

/** Nobody is like the row, and that is known: what follows is about the making of its contact. */
export async function startMaking(setup: LinkingSetup = {}) {
  const desk = await startLinking(setup);
  await desk.settle();
  desk.bench.requests();
  const { locationId } = desk.bench.sandbox.info;
  const inHighLevel = () => findDuplicate(desk.bench.api, { locationId, email: noor.email! });
  const count = () =>
    [...desk.bench.sandbox.state.locations.get(locationId)!.contacts.values()].filter(
      ({ email }) => email === noor.email,
    ).length;
  return { ...desk, inHighLevel, count };
}
