import { columnIssues } from './en/column-issues.ts';
import { lazyMessages } from './lazy-messages.ts';

export const useColumnIssueMessages = lazyMessages(columnIssues, {
  fr: async () => (await import('./fr/column-issues.ts')).columnIssues,
  es: async () => (await import('./es/column-issues.ts')).columnIssues,
});
