import { useEffect } from 'preact/hooks';

/** Milliseconds that a part must be in view, so that moving through rows requests nothing. */
const delay = 500;

export interface ElementRef {
  readonly current: Element | null;
}

/** Calls `onSeen` when a part has been in view for a while, once for each `subject`. */
export function useInView(part: ElementRef, subject: unknown, onSeen: () => void) {
  useEffect(() => {
    const { current } = part;
    if (!current) return;
    // Without IntersectionObserver, every part counts as in view.
    if (typeof IntersectionObserver === 'undefined') return onSeen();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (entries.at(-1)?.isIntersecting) timer = setTimeout(onSeen, delay);
    });
    observer.observe(current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [subject]);
}
