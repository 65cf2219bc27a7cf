import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { loadCommands } from '../../widget/components/commands/Hotkeys.tsx';
import { preloadContact } from '../../widget/components/contact/lazy-contact.ts';
import { preload } from '../../widget/components/parts/Lazy.tsx';
import {
  loadAnnouncement,
  loadBanner,
  loadComposer,
  loadConflictCard,
  loadEditor,
  loadEntryEditor,
  loadEntryFoot,
  loadNote,
  loadTickError,
  loadTimelineEmpty,
  loadToast,
} from '../../widget/components/parts/lazy-parts.ts';
import { loadEntries } from '../../widget/components/timeline/lazy-entries.ts';
import { patience } from './patience.ts';

// What is waited for comes: how soon is a matter of the machine.
configure({ asyncUtilTimeout: patience });

// A browser has it soon after the first paint, long before anything goes wrong.
beforeAll(async () => {
  await Promise.all([
    preload(loadEntries),
    preload(loadBanner),
    preload(loadEditor),
    preload(loadConflictCard),
    preload(loadNote),
  ]);
  await Promise.all([
    preload(loadAnnouncement),
    preload(loadToast),
    preload(loadTickError),
    preload(loadTimelineEmpty),
  ]);
  await preloadContact();
  await loadCommands();
  await Promise.all([preload(loadComposer), preload(loadEntryFoot), preload(loadEntryEditor)]);
});

afterEach(cleanup);
