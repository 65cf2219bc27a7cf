import { useEffect } from 'preact/hooks';

/** Milliseconds that a part has to be in sight: whoever walks through rows asks for nothing. */
const delay = 500;

export interface ElementRef {
  readonly current: Element | null;
}

/** Does something when a part has been in sight for a while, once for each `subject`. */
export function useInView(part: ElementRef, subject: unknown, onSeen: () => void) {
  useEffect(() => {
    const { current } = part;
    if (!current) return;
    // Without the means to tell, everything is in sight.
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
