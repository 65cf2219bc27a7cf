import type { EntryKind } from '../../../sync/entries.ts';
import { plainOf } from '../../../sync/plain-text.ts';
import type { WritingMessages } from '../../i18n/en/writing.ts';
import type { DraftView } from '../../store/views/entries.ts';
import { Icon } from '../parts/Icon.tsx';
import { composing } from './ComposerTabs.tsx';

interface ComposerLineProps {
  words: WritingMessages;
  /** The latest unsent draft. */
  draft: DraftView | undefined;
  onOpen: (kind: EntryKind) => void;
}

export function ComposerLine({ words, draft, onOpen }: ComposerLineProps) {
  return (
    <div class="composer composer--shut">
      <button type="button" class="composer-text clip" onClick={() => onOpen(draft?.form.kind ?? 'note')}>
        {draft ? words.draft(summaryOf(draft)) : words.line}
      </button>
      {composing.map(({ kind, key, icon }) => (
        <button
          key={kind}
          type="button"
          class="ib"
          data-compose={key.toLowerCase()}
          aria-label={words.openers[kind]}
          title={`${words.openers[kind]} (${key})`}
          onClick={() => onOpen(kind)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}

const summaryOf = ({ form }: DraftView) =>
  form.title || plainOf(form.kind === 'appointment' ? form.notes : form.body).plain.slice(0, 80) || '…';
