import type { Handler } from './handler.ts';
import { contact } from './kinds/contact.ts';
import { entry } from './kinds/entry.ts';
import { field } from './kinds/field.ts';
import { follower } from './kinds/follower.ts';
import { link } from './kinds/link.ts';
import { newContact } from './kinds/new-contact.ts';
import { tick } from './kinds/tick.ts';
import type { Kind } from './operation.ts';

/** All that can be wanted, and how each kind is done. */
export const handlers = { field, tick, entry, link, 'new-contact': newContact, contact, follower } as const;

export type Handlers = typeof handlers;
/** What the first side of a kind holds. */
export type NowOf<K extends Kind> = Handlers[K] extends Handler<K, infer Now> ? Now : never;
