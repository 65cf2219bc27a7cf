import { signal } from '@preact/signals';
import type { EntryForm } from '../../../engine/forms.ts';
import type { DraftView, EntryWork } from '../../../widget/store/views/entries.ts';
import type { Entry, EntryGroup } from '../../../widget/store/views/timeline.ts';
import { timeline } from '../../helpers/fake-panel-data.ts';
import { fakeEntryWork } from '../../helpers/fake-panel-entries.ts';
import { renderPanel } from '../../helpers/render-panel.tsx';

type Panel = Parameters<typeof renderPanel>[0];

/** A panel whose drafts a test can look at and change. */
export function renderWriting(panel: Panel = {}, change: Partial<EntryWork> = {}) {
  const calls: unknown[][] = [];
  const verb =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
    };
  const work = fakeEntryWork(verb, change);
  const shown = renderPanel({ entryWork: async () => work, ...panel });
  const given = (name: string) => calls.filter(([called]) => called === name).map(([, ...rest]) => rest);
  return { ...shown, work, given, lastKept: () => given('keepEntry').at(-1)?.[1] as EntryForm | undefined };
}

/** Drafts as they are when a panel opens. */
export const keptDrafts = (...drafts: (Pick<DraftView, 'form'> & Partial<DraftView>)[]) =>
  signal(
    drafts.map((draft, index) => ({ id: `kept${index}`, entryId: null, sending: false, failure: null, ...draft })),
  );

/** A timeline of just these. */
export const timelineOf = (...entries: Entry[]) => {
  const groups: EntryGroup[] = [{ kind: 'upcoming', day: null, entries }];
  return signal({ ...timeline, groups });
};
