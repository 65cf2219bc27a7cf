import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Change } from '../engine/ports.ts';
import type { FieldKey } from '../sync/fields.ts';
import type { FieldRef } from '../sync/refs.ts';
import { App } from './App.tsx';
import { en } from './i18n/en.ts';
import { findGrist } from './section/api.ts';
import { createOutside } from './section/outside.ts';
import { createSection } from './section/section.ts';
import { createLateCalls } from './store/connecting/late-calls.ts';
import { createSession } from './store/connecting/session.ts';
import type { ContactCode } from './store/fields/contact-code.ts';
import { lazy } from './store/lazy.ts';
import { createPanel } from './store/panel.ts';

const fieldName = (key: FieldRef) => en.contact.fields[key as FieldKey] ?? key.split(':')[0] ?? key;

/** Grist's activity log belongs to the document and is read by all: one language for everyone. */
function describe(change: Change): string {
  switch (change.kind) {
    case 'field':
      return `HighLevel panel: save ${fieldName(change.field).toLowerCase()}`;
    case 'task':
      return `HighLevel panel: ${change.completed ? 'complete' : 'reopen'} a task`;
    case 'entries':
      return `HighLevel panel: update ${change.of}s`;
    case 'link':
      return `HighLevel panel: ${change.linked ? 'link a contact' : 'clear the link'}`;
    case 'deleted':
      return 'HighLevel panel: clear the link of a deleted contact';
    case 'column-type':
      return `HighLevel panel: change the type of the column for ${fieldName(change.field).toLowerCase()}`;
  }
}

const { search, href } = window.location;
const grist = findGrist();
const section = grist ? createSection(grist, search) : createOutside(search);
// The proxy serves this page, so it is wherever the page came from.
const url = new URL('.', href).href;
const code = signal<ContactCode | null>(null);
const highlevel = lazy(async () => {
  const loaded = await import('./store/highlevel.ts');
  code.value = loaded;
  return loaded;
});
const session = createSession({
  section,
  open: async (voucher) => (await highlevel()).openSession(url, voucher),
});
const api = lazy(async () => (await highlevel()).createApi({ via: 'proxy', url, session: session.token }));
const calls = createLateCalls(async () => (await highlevel()).createCalls(await api()));
const panel = createPanel({
  section,
  calls,
  code,
  api,
  access: session,
  describe,
  syncChunk: async () => {
    const [{ connectSyncChunk }, to] = await Promise.all([import('./store/syncing/chunk.ts'), api()]);
    return connectSyncChunk(to, url, session.token);
  },
  connecting: lazy(async () => (await import('./store/connecting/connecting.ts')).createConnecting(url, session)),
});

// Loaded before Grist passes the selected row.
highlevel().catch(() => {});

const root = document.getElementById('panel');
if (root) render(<App panel={panel} />, root);
