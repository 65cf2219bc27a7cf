import { createApi } from '../../../highlevel/client.ts';
import type { ContactChanges } from '../../../highlevel/contact.ts';
import { getContact, updateContact } from '../../../highlevel/contacts.ts';
import { addTags, removeTags } from '../../../highlevel/tags.ts';
import { createSandbox } from '../../../sandbox/app.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { loadPhoneBook } from '../../../widget/store/fields/phone-book.ts';
import { sandboxFetch } from '../../helpers/sandbox-fetch.ts';
import { type PanelSetup, pass, startPanel } from '../../helpers/start-panel.ts';

interface ColumnSetup extends PanelSetup {
  field: FieldRef;
  cell: string;
  /** What other rows hold. */
  others?: readonly string[];
  type?: string;
  /** What HighLevel has before the panel is opened. */
  inHighLevel?: ContactChanges;
}

/** HighLevel, with tags or with options of a custom field that the first contact has. */
export async function arrangeHighLevel() {
  const sandbox = createSandbox({ contacts: 50 });
  const { token, locationId, contactIds } = sandbox.info;
  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  const contactId = contactIds[0]!;
  return {
    sandbox,
    /** Gives the contact these tags and no other. */
    async tag(...tags: string[]) {
      const { tags: before } = await getContact(api, contactId);
      if (before.length > 0) await removeTags(api, contactId, before);
      await addTags(api, contactId, tags);
    },
    /** Gives the first field of a type these options, and the contact a value; returns the field. */
    async choose(dataType: string, options: readonly string[], value: string | readonly string[]) {
      const fields = sandbox.state.locations.get(locationId)!.customFields;
      const field = [...fields.values()].find((one) => one.dataType === dataType)!;
      fields.set(field.id, { ...field, picklistOptions: [...options] });
      await updateContact(api, contactId, { customFields: [{ id: field.id, field_value: value }] as never });
      return `custom:${field.id}` as const;
    },
  };
}

/** A panel over one mapped column; row 1 holds `cell`, and never agreed with HighLevel. */
export async function startColumn({ field, cell, others = [], type, inHighLevel, ...setup }: ColumnSetup) {
  await loadPhoneBook();
  const sandbox = setup.sandbox ?? createSandbox({ contacts: 50 });
  const { token, contactIds } = sandbox.info;

  const api = createApi({ via: 'direct', url: 'https://highlevel.test', token }, { fetch: sandboxFetch(sandbox) });
  if (inHighLevel) await updateContact(api, contactIds[0]!, inHighLevel);
  const rows = Object.fromEntries(
    [cell, ...others].map((text, at) => [
      at + 1,
      { contactId: at === 0 ? (contactIds[0] ?? '') : '', values: { [field]: text } },
    ]),
  );
  const bench = await startPanel({
    ...{ linked: 1, mapped: [field], ...(type && { types: { [field]: type } }) },
    ...{ ...setup, sandbox, rows },
  });
  await pass(1_000);
  const writes = () => sandbox.requests.filter(({ method, path }) => method !== 'GET' && !/search/.test(path));
  const already = writes().length;
  return {
    ...bench,
    view: () => [...bench.panel.fields.shown.value, ...bench.panel.fields.more.value].find(({ key }) => key === field)!,
    cell: () => bench.grist.row(1).values[field],
    type: async (text: string) => {
      bench.grist.change(1, { values: { [field]: text } });
      await pass(2_000);
    },
    /** HighLevel is changed by others. */
    changeHighLevel: async (change: ContactChanges) => {
      await updateContact(api, contactIds[0]!, change);
      bench.panel.refresh();
      await pass(2_000);
    },
    /** Requests of the panel that write, since it was opened. */
    writes: () => writes().length - already,
    now: () => bench.contact(1),
  };
}
