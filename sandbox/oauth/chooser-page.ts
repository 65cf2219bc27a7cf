import { html, raw } from 'hono/html';
import type { Scope } from '../grants.ts';

/** The parameters with which an app opens the authorize page. */
export interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  state: string;
  scopes: Scope[];
}

const style = raw(`
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto; padding: 0 1rem; color: #1f2933; }
  h1 { font-size: 1.25rem; }
  button { display: block; width: 100%; margin: 0.5rem 0; padding: 0.75rem 1rem; text-align: left; font: inherit;
    background: #fff; border: 1px solid #c3ccd6; border-radius: 6px; cursor: pointer; }
  button:hover, button:focus-visible { border-color: #155eef; outline: 2px solid #155eef33; }
  small { display: block; color: #52606d; }
`);

/** The page on which a user chooses the location that an app may access. */
export function chooserPage(
  requested: AuthorizationRequest,
  locations: { id: string; name: string; city: string }[],
): string {
  const hidden = { response_type: 'code', client_id: requested.clientId, redirect_uri: requested.redirectUri };
  const fields = { ...hidden, scope: requested.scopes.join(' '), state: requested.state };
  return document(
    'Choose a location',
    html`<p>An app asks for access to HighLevel. This is the sandbox: nothing here is real.</p>
      <form method="post">
        ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${locations.map(
          ({ id, name, city }) => html`<button name="choice" value="${id}">${name}<small>${city}</small></button>`,
        )}
      </form>
      <p><small>It asks for: ${requested.scopes.join(', ')}</small></p>`,
  );
}

export const refusalPage = (reason: string): string => document('That did not work', html`<p>${reason}</p>`);

const document = (title: string, body: unknown): string =>
  `${html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`}`;
