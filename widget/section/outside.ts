import { signal } from '@preact/signals';
import { GristError } from '../../grist/doc.ts';
import { readEnvironment } from './environment.ts';
import type { Section } from './port.ts';

/** Stands in for the section when the page was opened by itself: it says so, and refuses everything else. */
export function createOutside(search: string): Section {
  const refuse = () => Promise.reject(new GristError('no-access', 'This page is not inside Grist'));
  return {
    state: signal({ kind: 'outside-grist' as const }),
    environment: readEnvironment(search),
    options: signal({}),
    mapped: signal(new Set<never>()),
    changes: signal(0),
    settingsAsked: signal(0),
    isFollowing: signal(true),
    accessToken: refuse,
    docId: refuse,
    readRow: refuse,
    writeRow: refuse,
    linkRow: refuse,
    linkedRows: refuse,
    tasksTable: async () => null,
    tickTask: refuse,
    tables: async () => [],
    columns: async () => [],
    whole: refuse,
    contactTable: refuse,
    entryTable: refuse,
    setOptions: refuse,
  };
}
