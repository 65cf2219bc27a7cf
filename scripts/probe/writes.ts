import { type Finding, finding, isRecord, refusalOf, textOf } from './finding.ts';
import type { Ground } from './ground.ts';
import { lookAtEntries } from './write-entries.ts';
import { lookAtFields } from './write-fields.ts';

/** By this name the test contact is found where it could not be deleted. */
export const testName = { firstName: 'Panel Probe', lastName: '(test, safe to delete)' };

/** Makes one contact, changes it and what hangs on it, and deletes it, whatever happens between. */
export async function lookAtWrites(ground: Ground): Promise<Finding[]> {
  const { ask, locationId } = ground;
  // Do-not-disturb: automations of the location must not write to it.
  const body = { ...testName, locationId, email: `panel-probe-${Date.now()}@example.com`, dnd: true, gender: 'female' };
  const made = await ask('POST', '/contacts/', { body });
  const contactId = isRecord(made.body.contact) ? textOf(made.body.contact.id) : '';
  const found = [finding('creating a contact', '201', contactId ? `${made.status}` : refusalOf(made))];
  if (!contactId) return found;
  const path = `/contacts/${contactId}`;
  try {
    const again = ground.allowsDuplicates ? null : await ask('POST', '/contacts/', { body });
    found.push(finding('creating it again', '400 with meta.contactId', again && duplicateOf(again.status, again.body)));
    const extra = isRecord(again?.body.contact) ? textOf(again.body.contact.id) : '';
    if (extra) await ask('DELETE', `/contacts/${extra}`);
    found.push(...(await lookAtFields(ground, path)), ...(await lookAtEntries(ground, path)));
  } finally {
    const gone = await ask('DELETE', path);
    found.push(finding('deleting the contact', '200 with succeded', deletionOf(gone)));
    found.push(finding('reading it afterwards', '400', `${(await ask('GET', path)).status}`));
  }
  return found;
}

const duplicateOf = (status: number, { meta }: { meta?: unknown }) =>
  `${status} ${isRecord(meta) && textOf(meta.contactId) ? 'with meta.contactId' : 'without meta.contactId'}`;

/** HighLevel spells what it did in several ways. */
export function deletionOf({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }): string {
  const words = ['succeded', 'succeeded', 'success'].filter((key) => body[key] === true);
  return `${status} with ${words.join(' and ') || 'none of its words'}`;
}
