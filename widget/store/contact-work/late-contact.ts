import type { Api } from '../../../highlevel/client.ts';
import { lazy } from '../lazy.ts';
import type { ContactWork } from '../views/contact.ts';
import type { ContactWorkOptions } from './contact-work.ts';

interface LateContactOptions extends Omit<ContactWorkOptions, 'api'> {
  api: () => Promise<Api>;
}

/** What is done with a contact beyond its fields; its code is loaded when it is first needed. Returns the same each time. */
export const createLateContact = (options: LateContactOptions): (() => Promise<ContactWork>) =>
  lazy(async () => {
    const [{ createContactWork }, api] = await Promise.all([import('./contact-work.ts'), options.api()]);
    return createContactWork({ ...options, api });
  });
