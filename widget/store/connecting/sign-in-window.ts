/** The window in which a person signs in at HighLevel. */
export interface SignInWindow {
  goTo(url: string): void;
  /** Tells what the proxy's page hands over when HighLevel has sent the person back. */
  onClaim(take: (claim: string) => void): void;
  /** Tells that the person closed it. */
  onClosed(tell: () => void): void;
  close(): void;
}

/** How often to look whether the window is still there: no event tells. */
const glance = 700;
const size = 'popup,width=560,height=720';

/** Opens the window at once; only later is known where it goes. `null` when the browser opens none. */
export function openSignInWindow(): SignInWindow | null {
  const opened = window.open('about:blank', '_blank', size);
  if (!opened) return null;
  const ends = new AbortController();

  return {
    goTo: (url) => {
      opened.location.href = url;
    },
    onClaim(take) {
      const listen = ({ origin, source, data }: MessageEvent) => {
        // Only the page that we served, in the window that we opened, knows a claim.
        if (origin !== window.location.origin || source !== opened) return;
        const claim = (data as { highlevelClaim?: unknown } | null)?.highlevelClaim;
        if (typeof claim !== 'string') return;
        opened.postMessage('claimed', window.location.origin);
        take(claim);
      };
      window.addEventListener('message', listen, { signal: ends.signal });
    },
    onClosed(tell) {
      const timer = setInterval(() => {
        if (opened.closed) tell();
      }, glance);
      ends.signal.addEventListener('abort', () => clearInterval(timer));
    },
    close() {
      ends.abort();
      opened.close();
    },
  };
}
