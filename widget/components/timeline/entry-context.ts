import type { Signal } from '@preact/signals';
import type { Panel } from '../../store/view.ts';
import type { DraftView } from '../../store/views/entries.ts';
import type { EntryGroup } from '../../store/views/timeline.ts';

/** What of the timeline is being written. */
export interface WritingState {
  /** The entry whose editor is open. */
  editing: Signal<string | null>;
  /** What is not in HighLevel, by its entry; what is new by its own name. */
  drafts: Signal<ReadonlyMap<string, DraftView>>;
}

/** Where an entry stands, beside what it is. */
export interface EntryContext {
  panel: Panel;
  writing: WritingState;
  group: EntryGroup['kind'];
  /** Epoch milliseconds, to the minute. */
  now: number;
  /** One entry of the timeline is its tab stop. */
  tabIndex: 0 | -1;
}
