import { render } from 'preact';
import type { FieldKey } from '../sync/fields.ts';
import type { FieldRef } from '../sync/refs.ts';
import { App } from './App.tsx';
import { en } from './i18n/en.ts';
import { findGrist } from './section/api.ts';
import { createOutside } from './section/outside.ts';
import { createSection } from './section/section.ts';
import { createLateCalls } from './store/connecting/late-calls.ts';
import { createSession } from './store/connecting/session.ts';
import { once } from './store/lazy.ts';
import { type Act, createPanel } from './store/panel.ts';

const fieldName = (key: FieldRef) => en.contact.fields[key as FieldKey] ?? key.split(':')[0] ?? key;

/** Grist's activity log belongs to the document and is read by all: one language for everybody. */
function describe(act: Act): string {
  if (act.kind === 'field') return `HighLevel panel: save ${fieldName(act.key).toLowerCase()}`;
  if (act.kind === 'task') return `HighLevel panel: ${act.completed ? 'complete' : 'reopen'} a task`;
  return `HighLevel panel: update ${act.of}s`;
}

const { search, href } = window.location;
const grist = findGrist();
const section = grist ? createSection(grist, search) : createOutside(search);
// The proxy serves this page, so it is wherever the page came from.
const url = new URL('.', href).href;
const highlevel = () => import('./store/highlevel.ts');
const session = createSession({
  section,
  open: async (voucher) => (await highlevel()).openSession(url, voucher),
});
const api = once(async () => (await highlevel()).createApi({ via: 'proxy', url, session: session.token }));
const calls = createLateCalls(async () => (await highlevel()).createCalls(await api()));
const panel = createPanel({
  section,
  calls,
  api,
  access: session,
  describe,
  syncParts: async () => {
    const [{ connectSyncParts }, to] = await Promise.all([import('./store/syncing/parts.ts'), api()]);
    return connectSyncParts(to, url, session.token);
  },
  connecting: once(async () => (await import('./store/connecting/connecting.ts')).createConnecting(url, session)),
});

// Fetched while Grist tells which row it is.
highlevel().catch(() => {});

const root = document.getElementById('panel');
if (root) render(<App panel={panel} />, root);
