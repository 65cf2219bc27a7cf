import { html, raw } from 'hono/html';

/** Hands the claim to the widget that opened this window, and to no other page; shows it where there is none. */
export const claimScript = `
const field = document.querySelector('[data-claim]');
if (field && window.opener) {
  window.opener.postMessage({ highlevelClaim: field.dataset.claim }, window.location.origin);
  addEventListener('message', (event) => {
    if (event.origin === window.location.origin && event.source === window.opener && event.data === 'claimed') window.close();
  });
}
`;

const style = `
:root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif; }
body { margin: 15vh auto; max-width: 360px; padding: 0 16px; text-align: center; }
code { display: block; margin: 8px 0; padding: 8px; border: 1px solid light-dark(#d9d9d9, #70707d); border-radius: 4px; user-select: all; }
small { color: light-dark(#676770, #b6b6ba); }
`;

/** A page of one sentence; with a claim, it goes to the widget by itself or by hand. */
export function page(sentence: string, claim?: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>HighLevel panel</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <p role="status">${sentence}</p>
    ${
      claim === undefined
        ? ''
        : html`<small>If the panel does not notice, paste this code there:<code data-claim="${claim}">${claim}</code></small>
          <script src="/oauth/claim.js" defer></script>`
    }
  </body>
</html>`;
}
