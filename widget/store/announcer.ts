import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { Network } from './connecting/network.ts';
import type { Notices } from './notices.ts';
import type { TimelinePart } from './views/timeline.ts';

/** Long enough that a walk through rows, or typing, is not read out step by step. */
const rest = 400;

interface AnnouncerOptions {
  notices: Notices;
  contactId: ReadonlySignal<string>;
  name: ReadonlySignal<string>;
  timeline: TimelinePart;
  network: Network;
  waiting: ReadonlySignal<number>;
}

/** Says for the live region what a sighted person sees happen. Ends with the returned function. */
export function announceChanges({
  notices,
  contactId,
  name,
  timeline,
  network,
  waiting,
}: AnnouncerOptions): () => void {
  const afterRest = (say: () => void) => {
    const timer = setTimeout(say, rest);
    return () => clearTimeout(timer);
  };
  let isFirst = true;

  const stops = [
    effect(() => {
      if (contactId.value !== '') return afterRest(() => notices.announce('contact', { text: name.peek() }));
    }),
    effect(() => {
      const { kind, openOnly, search } = timeline;
      // Read for their change alone.
      [kind.value, openOnly.value, search.value];
      if (isFirst) isFirst = false;
      else if (kind.value !== 'history')
        return afterRest(() => notices.announce('entries-shown', { count: shown(timeline) }));
    }),
    effect(() => {
      if (!network.online.value) untracked(() => notices.announce('offline', { count: waiting.value }));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const shown = ({ view }: TimelinePart) => view.peek().groups.reduce((count, { entries }) => count + entries.length, 0);
