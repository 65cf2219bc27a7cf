import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isHtml as hasMarkup } from '../../../sync/markup.ts';
import { plainOf } from '../../../sync/plain-text.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useSanitizer } from './use-sanitizer.ts';
import './RichText.css';

interface RichTextProps {
  /** Plain text, or untrusted HTML. */
  text: string;
  /** The number of visible lines while it is collapsed. */
  lines: number;
  class: string;
}

/** A text of an entry. HTML is shown as plain text until the sanitiser is loaded, and is never rendered unsanitised. */
export function RichText({ text, lines, class: name }: RichTextProps) {
  const [open, setOpen] = useState(false);
  const { timeline } = useMessages();
  const isHtml = hasMarkup(text);
  const sanitize = useSanitizer(isHtml);
  const body = useRef<HTMLDivElement>(null);
  const plain = plainOf(text).plain.trim();
  const long = useOverflow(body, open, plain.length > 60 * lines || plain.split('\n').length > lines);

  useLayoutEffect(() => {
    if (isHtml && sanitize) body.current?.replaceChildren(sanitize(text, timeline.picture));
  }, [text, isHtml, sanitize, timeline.picture]);

  const look = `rich ${name}${open ? '' : ' rich--cut'}`;
  const style = { '--lines': lines };
  return (
    <>
      {isHtml && sanitize ? (
        <div key="html" ref={body} class={`${look} rich--html`} style={style} />
      ) : (
        <div key="text" ref={body} class={look} style={style}>
          {plain}
        </div>
      )}
      {(long || open) && (
        <button type="button" class="link rich-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? timeline.showLess : timeline.showMore}
        </button>
      )}
    </>
  );
}

/** Whether a collapsed text overflows, at any width of the panel. `guess` is used until it is measured. */
function useOverflow(element: { current: HTMLElement | null }, open: boolean, guess: boolean): boolean {
  const [long, setLong] = useState(guess);
  useLayoutEffect(() => {
    const measured = element.current;
    if (open || !measured || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setLong(measured.scrollHeight > measured.clientHeight + 1));
    observer.observe(measured);
    return () => observer.disconnect();
  });
  return long;
}
