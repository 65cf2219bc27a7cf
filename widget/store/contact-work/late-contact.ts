import type { Api } from '../../../highlevel/client.ts';
import { once } from '../lazy.ts';
import type { ContactWork } from '../views/contact.ts';
import type { ContactWorkOptions } from './start.ts';

interface LateContactOptions extends Omit<ContactWorkOptions, 'api'> {
  api: () => Promise<Api>;
}

/** What is done with a contact beyond its fields, whose code is fetched when somebody looks closer. Answers the same each time. */
export const createLateContact = (options: LateContactOptions): (() => Promise<ContactWork>) =>
  once(async () => {
    const [{ createContactWork }, api] = await Promise.all([import('./start.ts'), options.api()]);
    return createContactWork({ ...options, api });
  });
