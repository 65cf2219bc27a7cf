import { settings } from './en/settings.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useSettingsMessages = lazyMessages(settings, {
  fr: async () => (await import('./fr/settings.ts')).settings,
  es: async () => (await import('./es/settings.ts')).settings,
});
