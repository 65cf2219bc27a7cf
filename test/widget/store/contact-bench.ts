import { createApi } from '../../../highlevel/client.ts';
import type { ContactChanges } from '../../../highlevel/contact.ts';
import { getContact, updateContact } from '../../../highlevel/contacts.ts';
import { createCustomField, listCustomFields } from '../../../highlevel/custom-fields.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import type { FieldKey } from '../../../sync/fields.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { sandboxFetch } from '../../helpers/sandbox-fetch.ts';
import { type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';
// Fetched late in a browser; here it is there before the clocks are stopped.
import '../../../widget/store/contact-work/contact-work.ts';

type Kind = Parameters<typeof createCustomField>[2]['kind'];

interface ContactSetup extends Omit<PanelSetup, 'mapped' | 'columns'> {
  /** Columns beyond the standard ones, and what row 1 holds there. */
  columns?: Partial<Record<FieldRef, string>>;
  /** A custom field that the location has besides. */
  define?: Kind;
}

/** A panel with its first contact whole, further fields included. */
export async function startContact({ columns = {}, define, ...setup }: ContactSetup = {}) {
  const sandbox = createSandbox({ contacts: 50 });
  const { token, locationId } = sandbox.info;
  const connection = { via: 'direct', url: 'https://highlevel.test', token } as const;
  const before = createApi(connection, { fetch: sandboxFetch(sandbox) });
  if (define) await createCustomField(before, locationId, { name: define, kind: define });
  const mapped = ['name', 'firstName', 'lastName', 'email', 'phone', 'city', ...Object.keys(columns)] as FieldKey[];
  const bench = await startPanel({ ...setup, sandbox, mapped });
  if (Object.keys(columns).length > 0) bench.grist.change(1, { values: columns });
  await pass(1000);
  bench.requests();
  const contactId = bench.contactIds[1]!;
  const { api, panel } = bench;
  const work = await panel.contactWork();
  return {
    ...bench,
    work,
    contactId,
    more: (key: FieldRef) => panel.fields.more.value.find((field) => field.key === key)!,
    /** HighLevel's own. */
    there: () => getContact(api, contactId),
    change: (changes: ContactChanges) => updateContact(api, contactId, changes),
    async save(key: FieldRef, text: string) {
      panel.fields.save(key, text);
      await pass(2000);
    },
    definitions: () => listCustomFields(api, locationId),
    log: () => bench.memory.entries().map(({ act, what, from, to, result }) => ({ act, what, from, to, result })),
  };
}
