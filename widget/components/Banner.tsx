import { useState } from 'preact/hooks';
import { useFormats, useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Icon } from './Icon.tsx';
import { Marked } from './Marked.tsx';
import './Banner.css';

/** Why what is shown may be old or cannot be changed. */
export function Banner({ panel, onShowWaiting }: { panel: Panel; onShowWaiting: () => void }) {
  const { shell } = useMessages();
  const banner = panel.banner.value;
  switch (banner?.kind) {
    case undefined:
      return null;
    case 'rate-limited':
      return isLong(banner.until - panel.now.peek()) ? (
        <UsedUp panel={panel} until={banner.until} />
      ) : (
        <SlowDown key={banner.until} panel={panel} until={banner.until} />
      );
    case 'offline':
      return (
        <div class="banner banner--amber" role="status">
          <Icon name="offline" />
          <p>{shell.offline(banner.waiting)}</p>
          {banner.waiting > 0 && (
            <button type="button" class="link" onClick={onShowWaiting}>
              {shell.show}
            </button>
          )}
        </div>
      );
    case 'read-only':
      return (
        <div class="banner">
          <Icon name="eye" />
          <p>{shell.readOnly}</p>
        </div>
      );
  }
}

/** Nobody watches a countdown for longer: then it is the day's budget that is gone. */
const isLong = (milliseconds: number) => milliseconds > 15 * 60_000;

/** HighLevel takes no more calls today: says from when on it does. */
function UsedUp({ panel, until }: { panel: Panel; until: number }) {
  const { shell } = useMessages();
  const { moment } = useFormats();
  return (
    <div class="banner" role="status">
      <Icon name="clock" />
      <p>
        <Marked text={shell.usedUp(moment(until, panel.now.value))} />
      </p>
    </div>
  );
}

/** Counts down for the eye; a screen reader hears once how long it takes. */
function SlowDown({ panel, until }: { panel: Panel; until: number }) {
  const { shell } = useMessages();
  const { countdown } = useFormats();
  const [said] = useState(() => shell.slowDownSpoken(Math.max(1, Math.round((until - panel.now.peek()) / 1000))));
  return (
    <div class="banner">
      <Icon name="clock" />
      <p aria-hidden="true">
        <Marked text={shell.slowDown(countdown(until - panel.now.value))} />
      </p>
      <span class="sr" role="status">
        {said}
      </span>
    </div>
  );
}
