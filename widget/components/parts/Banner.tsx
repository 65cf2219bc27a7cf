import { useState } from 'preact/hooks';
import type { NotificationsMessages } from '../../i18n/en/notifications.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import { useNotificationsMessages } from '../../i18n/use-notifications.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from './Icon.tsx';
import { Lazy } from './Lazy.tsx';
import { Marked } from './Marked.tsx';
import './Banner.css';

const loadFollowsNothing = async () => (await import('./FollowsNothing.tsx')).FollowsNothing;

/** Explains why the shown data can be stale or cannot be changed. */
export function Banner({
  panel,
  onShowWaiting,
}: {
  panel: Pick<Panel, 'now' | 'banner' | 'refresh' | 'settings'>;
  onShowWaiting: () => void;
}) {
  const words = useNotificationsMessages();
  const { tryNow } = useMessages();
  const { time } = useFormats();
  const banner = panel.banner.value;
  if (!words) return null;
  switch (banner?.kind) {
    case undefined:
      return null;
    case 'rate-limited':
      return isDailyLimit(banner.until - panel.now.peek()) ? (
        <UsedUp panel={panel} words={words} until={banner.until} />
      ) : (
        <SlowDown key={banner.until} panel={panel} words={words} until={banner.until} />
      );
    case 'offline':
      return (
        <div class="banner banner--amber" role="status">
          <Icon name="offline" />
          <p>{words.offline(banner.waiting)}</p>
          {banner.waiting > 0 && (
            <button type="button" class="link" onClick={onShowWaiting}>
              {words.show}
            </button>
          )}
        </div>
      );
    case 'down':
      return (
        <div class="banner banner--amber" role="status">
          <Icon name="offline" />
          <p>
            <Marked text={words.down(banner.who, banner.asOf === undefined ? '' : time(banner.asOf))} />
          </p>
          <button type="button" class="link" onClick={() => panel.refresh()}>
            {tryNow}
          </button>
        </div>
      );
    case 'follows-nothing':
      return <Lazy load={loadFollowsNothing} props={{ panel }} errorFallback={null} />;
    case 'read-only':
      return (
        <div class="banner">
          <Icon name="eye" />
          <p>{words.readOnly}</p>
        </div>
      );
  }
}

/** A longer delay means that the daily budget is used up; it is not shown as a countdown. */
const isDailyLimit = (milliseconds: number) => milliseconds > 15 * 60_000;

interface WaitProps {
  panel: Pick<Panel, 'now'>;
  words: NotificationsMessages;
  /** Epoch milliseconds. */
  until: number;
}

/** The daily budget is used up; shows when requests are possible again. */
function UsedUp({ panel, words, until }: WaitProps) {
  const { moment } = useFormats();
  return (
    <div class="banner" role="status">
      <Icon name="clock" />
      <p>
        <Marked text={words.usedUp(moment(until, panel.now.value))} />
      </p>
    </div>
  );
}

/** Shows a countdown; screen readers announce the delay once. */
function SlowDown({ panel, words, until }: WaitProps) {
  const { countdown } = useFormats();
  const [spoken] = useState(() => words.slowDownSpoken(Math.max(1, Math.round((until - panel.now.peek()) / 1000))));
  return (
    <div class="banner">
      <Icon name="clock" />
      <p aria-hidden="true">
        <Marked text={words.slowDown(countdown(until - panel.now.value))} />
      </p>
      <span class="sr" role="status">
        {spoken}
      </span>
    </div>
  );
}
