import { type ApiOptions, createExchange } from '../highlevel/client.ts';
import { type Path, path } from '../highlevel/path.ts';
import { list, shape, text } from '../highlevel/read.ts';
import { type DocumentConnection, readConnection } from './session.ts';

/** A location in which an agency has installed the app. */
export interface ConnectableLocation {
  id: string;
  name: string;
}

/** What a claim leads to: a connection, or after an agency's sign-in the locations to choose from. */
export type ClaimOutcome = { connection: DocumentConnection | null } | { choose: readonly ConnectableLocation[] };

/** The proxy's verbs for the connection of a document; for its owners. All fail with `HighLevelError`. */
export interface ConnectionVerbs {
  /** Begins a sign-in. Answers the address at HighLevel to open in a window. */
  begin(): Promise<string>;
  /** Ends it with what the window brought back, and with the location after an agency's sign-in. */
  claim(claim: string, locationId?: string): Promise<ClaimOutcome>;
  /** Forgets the location and its tokens. */
  disconnect(): Promise<void>;
}

/** Joins the verbs to the proxy at `proxyUrl`; `session` gives the current session. */
export function createConnectionVerbs(
  proxyUrl: string,
  session: () => Promise<string>,
  options: ApiOptions = {},
): ConnectionVerbs {
  const exchange = createExchange(options);
  const root = proxyUrl.replace(/\/+$/, '');
  const send = async (method: 'POST' | 'DELETE', to: Path, body?: unknown) =>
    exchange({
      method,
      path: to,
      url: `${root}/${to.url}`,
      headers: { authorization: `Bearer ${await session()}` },
      ...(body !== undefined && { body }),
    });
  return {
    begin: async () => text(shape<{ url: string }>(await send('POST', path`api/connection/begin`)).url),
    async claim(claim, locationId) {
      const raw = shape<{ choose: unknown; connection: unknown }>(
        await send('POST', path`api/connection`, { claim, locationId }),
      );
      if (!Array.isArray(raw.choose)) return { connection: readConnection(raw.connection) };
      return {
        choose: list(raw.choose).map((value) => {
          const { id, name } = shape<ConnectableLocation>(value);
          return { id: text(id), name: text(name) || text(id) };
        }),
      };
    },
    disconnect: async () => void (await send('DELETE', path`api/connection`)),
  };
}
