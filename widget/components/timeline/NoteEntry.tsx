import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Entry } from '../../store/views/timeline.ts';
import { Icon } from '../parts/Icon.tsx';
import { EntryItem } from './EntryItem.tsx';
import type { EntryContext } from './entry-context.ts';
import { RichText } from './RichText.tsx';
import './NoteEntry.css';

type Props = { entry: Extract<Entry, { kind: 'note' }> } & EntryContext;

export function NoteEntry(props: Props) {
  const { entry, panel, group, now } = props;
  const { timeline: words } = useMessages();
  const formats = useFormats();
  const { note } = entry;
  const author = panel.directory.users.value.get(note.author)?.name ?? words.note;
  const at = note.dateAdded;
  const when = at === null ? '' : group === 'day' ? formats.time(at) : formats.moment(at, now);

  return (
    <EntryItem
      {...props}
      label={[words.note, author, at === null ? '' : formats.moment(at, now), note.title].filter(Boolean).join(', ')}
    >
      <span class="entry-mark">
        <Icon name="note" />
      </span>
      <article class="note">
        <div class="note-head">
          <b class="clip">{author}</b>
          {at !== null && (
            <time data-when class="num" dateTime={new Date(at).toISOString()}>
              {when}
            </time>
          )}
          {note.pinned && <span class="pill">{words.pinned}</span>}
        </div>
        <div class="note-card">
          {note.title && <p class="note-title">{note.title}</p>}
          <RichText class="note-body" text={note.body} lines={4} />
        </div>
      </article>
    </EntryItem>
  );
}
