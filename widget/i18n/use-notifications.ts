import { notifications } from './en/notifications.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useNotificationsMessages = lazyMessages(notifications, {
  fr: async () => (await import('./fr/notifications.ts')).notifications,
  es: async () => (await import('./es/notifications.ts')).notifications,
});
