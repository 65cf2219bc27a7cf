import { useState } from 'preact/hooks';
import type { Messages } from '../../i18n/en.ts';
import type { Formats } from '../../i18n/format.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel, Status } from '../../store/view.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Lazy } from './Lazy.tsx';
import { loadUnsavedEdits } from './lazy-parts.ts';
import '../composer/Dock.css';

/** The status of the panel, and the refresh button. */
export function StatusLine({ panel }: { panel: Pick<Panel, 'status' | 'moves' | 'unsaved' | 'refresh'> }) {
  const messages = useMessages();
  const formats = useFormats();
  const status = panel.status.value;
  const [isListed, setListed] = useState(false);
  const place = panel.moves.place.value;
  const { look, icon, text } = presentationOf(status, messages, formats);
  return (
    <footer class={`status${look}`}>
      <Icon name={icon} size={14} />
      <span class="clip">{text}</span>
      {panel.unsaved.count.value > 0 && (
        <button type="button" class="link" onClick={() => setListed(true)}>
          {messages.status.show}
        </button>
      )}
      {isListed && (
        <Lazy load={loadUnsavedEdits} props={{ panel, onClose: () => setListed(false) }} errorFallback={null} />
      )}
      {place && <span class="status-row num">{messages.status.row(place.row, place.rows)}</span>}
      <button
        type="button"
        class="ib"
        aria-label={messages.refresh}
        title={messages.refresh}
        disabled={status.kind === 'rate-limited'}
        onClick={() => panel.refresh()}
      >
        <Icon name="refresh" size={14} />
      </button>
    </footer>
  );
}

function presentationOf(
  status: Status,
  { status: words }: Messages,
  formats: Formats,
): { look: string; icon: IconName; text: string } {
  switch (status.kind) {
    case 'offline':
      return {
        look: ' status--wait',
        icon: 'offline',
        text: status.waiting ? words.waiting(status.waiting) : words.offline,
      };
    case 'failed':
      return { look: ' status--bad', icon: 'alert', text: words.failed(status.count) };
    case 'conflicts':
      return { look: ' status--ask', icon: 'differs', text: words.conflicts(status.count) };
    case 'differs':
      return { look: ' status--ask', icon: 'differs', text: words.differs(status.count) };
    case 'waiting':
      return { look: ' status--wait', icon: 'arc', text: words.waiting(status.count) };
    case 'saving':
      return { look: '', icon: 'arc', text: words.saving };
    case 'rate-limited': {
      const { asOf } = status;
      return { look: '', icon: 'clock', text: asOf ? words.asOf(formats.time(asOf)) : words.loading };
    }
    case 'unread':
      return { look: '', icon: 'clock', text: status.asOf ? words.asOf(formats.time(status.asOf)) : words.unread };
    case 'loading':
      return { look: '', icon: 'arc', text: words.loading };
    case 'up-to-date':
      return { look: ' status--good', icon: 'check', text: words.upToDate };
  }
}
