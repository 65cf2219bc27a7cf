import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Lazy, preload } from '../parts/Lazy.tsx';
import {
  loadAnnouncement,
  loadBanner,
  loadEditor,
  loadGridRow,
  loadNote,
  loadPicker,
  loadTimelineEmpty,
  loadToast,
} from '../parts/lazy-parts.ts';
import { StatusLine } from '../parts/StatusLine.tsx';
import { loadEntries } from '../timeline/lazy-entries.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { Details, useDetailsOpened } from './Details.tsx';
import { Header } from './Header.tsx';
import { identityOf } from './identity.ts';
import { preloadContact } from './lazy-contact.ts';
import { Methods } from './Methods.tsx';
import { Tags } from './Tags.tsx';
import './ContactPanel.css';

/** The contact of the row: header, contact methods, tags, details and timeline. */
export function ContactPanel({ panel }: { panel: Panel }) {
  const { contact } = useMessages();
  const opened = useDetailsOpened();
  const about = useRef<HTMLElement>(null);
  const identity = identityOf(panel);

  // Another row starts at the top; the focus does not move. In an animation frame, because scrolling forces a layout.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      for (const scrolled of [document.scrollingElement, about.current]) if (scrolled) scrolled.scrollTop = 0;
    });
    return () => cancelAnimationFrame(frame);
  }, [identity]);

  useEffect(() => {
    const parts = [
      preload(loadEntries),
      preload(loadBanner),
      preload(loadNote),
      preload(loadEditor),
      preload(loadPicker),
      preload(loadTimelineEmpty),
      preload(loadToast),
      preload(loadAnnouncement),
    ];
    // A chunk that cannot be fetched now is fetched again when it is needed.
    Promise.allSettled(parts);
    preloadContact();
  }, []);

  const showWaiting = () => {
    opened.set(true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.field:has(.mark) [data-field]')?.focus());
  };

  return (
    <>
      <Header panel={panel} />
      {panel.moves.place.value && <Lazy load={loadGridRow} props={{ panel }} errorFallback={null} />}
      {panel.banner.value && <Lazy load={loadBanner} props={{ panel, onShowWaiting: showWaiting }} />}
      <div class="cols">
        <section ref={about} class="about" aria-label={contact.landmark}>
          <Methods panel={panel} />
          <Tags panel={panel} />
          <Details panel={panel} opened={opened} />
        </section>
        <Timeline key={identity} panel={panel} />
      </div>
      <div class="dock">
        {panel.notices.toast.value && <Lazy load={loadToast} props={{ panel }} errorFallback={null} />}
        <StatusLine panel={panel} />
      </div>
    </>
  );
}
