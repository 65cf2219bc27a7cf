import { activity } from './en/activity.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useActivityMessages = lazyMessages(activity, {
  fr: async () => (await import('./fr/activity.ts')).activity,
  es: async () => (await import('./es/activity.ts')).activity,
});
