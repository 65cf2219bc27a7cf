import { timelineEmpty } from './en/timeline-empty.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useTimelineEmptyMessages = lazyMessages(timelineEmpty, {
  fr: async () => (await import('./fr/timeline-empty.ts')).timelineEmpty,
  es: async () => (await import('./es/timeline-empty.ts')).timelineEmpty,
});
