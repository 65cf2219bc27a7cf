import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { loadCommanding } from '../../widget/components/commands/Hotkeys.tsx';
import { prepareContact } from '../../widget/components/contact/later-contact.ts';
import { prepare } from '../../widget/components/parts/Lazy.tsx';
import {
  loadBanner,
  loadComposer,
  loadConflictCard,
  loadEditor,
  loadEntryEditor,
  loadEntryFoot,
  loadNote,
  loadSaid,
  loadTickTrouble,
  loadTimelineEmpty,
  loadToast,
} from '../../widget/components/parts/later.ts';

// What is waited for comes: how soon is a matter of the machine.
configure({ asyncUtilTimeout: 60_000 });

// A browser has it soon after the first paint, long before anything goes wrong.
beforeAll(async () => {
  await Promise.all([prepare(loadBanner), prepare(loadEditor), prepare(loadConflictCard), prepare(loadNote)]);
  await Promise.all([prepare(loadSaid), prepare(loadToast), prepare(loadTickTrouble), prepare(loadTimelineEmpty)]);
  await prepareContact();
  await loadCommanding();
  await Promise.all([prepare(loadComposer), prepare(loadEntryFoot), prepare(loadEntryEditor)]);
});

afterEach(cleanup);
