import type { Signal } from '@preact/signals';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { EntryGroup } from '../../store/views/timeline.ts';

/** The drafts and the open editor of the timeline. */
export interface WritingState {
  /** The id of the entry whose editor is open. */
  editing: Signal<string | null>;
  /** Drafts by the id of their entry; drafts of new entries by their own id. */
  drafts: Signal<ReadonlyMap<string, DraftView>>;
}

/** The props of an entry in addition to the entry itself. */
export interface EntryContext {
  panel: Pick<Panel, 'environment' | 'now' | 'readOnly' | 'row' | 'contact' | 'timeline' | 'entryWork' | 'directory'>;
  writing: WritingState;
  group: EntryGroup['kind'];
  /** Epoch milliseconds, rounded to the minute. */
  now: number;
  /** Only one entry of the timeline is a tab stop. */
  tabIndex: 0 | -1;
}
