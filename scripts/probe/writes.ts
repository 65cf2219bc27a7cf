import type { ProbeContext } from './context.ts';
import { deletionOf, type Finding, finding, isRecord, refusalOf, textOf } from './finding.ts';
import { checkEntries } from './write-entries.ts';
import { checkFields } from './write-fields.ts';

/** The name by which the test contact can be found if it could not be deleted. */
export const testName = { firstName: 'Panel Probe', lastName: '(test, safe to delete)' };

/** Creates one contact, changes it and its entries, and deletes it even after an error. */
export async function checkWrites(context: ProbeContext): Promise<Finding[]> {
  const { request, locationId } = context;
  // Do-not-disturb prevents messages from the location's automations.
  const body = { ...testName, locationId, email: `panel-probe-${Date.now()}@example.com`, dnd: true, gender: 'female' };
  const made = await request('POST', '/contacts/', { body });
  const contactId = isRecord(made.body.contact) ? textOf(made.body.contact.id) : '';
  const found = [finding('creating a contact', '201', contactId ? `${made.status}` : refusalOf(made))];
  if (!contactId) return found;
  const path = `/contacts/${contactId}`;
  try {
    const again = context.allowsDuplicates ? null : await request('POST', '/contacts/', { body });
    found.push(finding('creating it again', '400 with meta.contactId', again && duplicateOf(again.status, again.body)));
    const extra = isRecord(again?.body.contact) ? textOf(again.body.contact.id) : '';
    if (extra) await request('DELETE', `/contacts/${extra}`);
    found.push(...(await checkFields(context, path)), ...(await checkEntries(context, path)));
  } finally {
    const gone = await request('DELETE', path);
    found.push(finding('deleting the contact', '200 with succeded', deletionOf(gone)));
    found.push(finding('reading it afterwards', '400', `${(await request('GET', path)).status}`));
  }
  return found;
}

const duplicateOf = (status: number, { meta }: { meta?: unknown }) =>
  `${status} ${isRecord(meta) && textOf(meta.contactId) ? 'with meta.contactId' : 'without meta.contactId'}`;
