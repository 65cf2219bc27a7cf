import { HighLevelError } from '../../highlevel/errors.ts';
import type { Endpoint } from '../allow-list.ts';
import type { Authorized } from '../authorize.ts';
import { refusal } from '../refusals.ts';
import { type Call, readingCall } from '../request.ts';
import type { Session } from '../sessions.ts';
import type { Answer } from '../upstream.ts';
import { effects, type Json } from './lookups.ts';
import type { Once } from './run.ts';

interface Create {
  authorized: Authorized;
  call: Call;
  path: string;
  /** The widget's `Idempotency-Key`. */
  key: string;
  session: Session;
}

/** Sends a call of the same person to the same location, as what the endpoint says it is: a read leaves no doubt behind. */
type Send = (call: Call, endpoint: Endpoint) => Promise<Answer>;

/** Sends a create that carries a key so that it has one effect; any other call with a key is refused. */
export type CreateOnce = (create: Create, send: Send) => Promise<Answer>;

const ownerOf = ({ person, session }: Session) =>
  person ? `${person.origin} ${person.docId} ${person.userId}` : session;

/** Joins the ledger to HighLevel's endpoints. Throws `HighLevelError`. */
export function createCreateOnce(once: Once): CreateOnce {
  return async function createOnce({ authorized, call, path, key, session }, send) {
    const { endpoint, connection } = authorized;
    const effect = endpoint.method === 'POST' ? effects[endpoint.path] : undefined;
    if (!effect || key === '' || key.length > 200) {
      throw new HighLevelError('rejected', 'This call takes no Idempotency-Key.', { status: 400 });
    }
    const body = JSON.parse(call.init.body ?? '{}') as Json;
    const looking = { ...endpoint, writes: false };
    const list = readingCall(endpoint, effect.list(path, body, connection.locationId), call.priority);
    const { status, body: text } = await once(
      { owner: ownerOf(session), key, path, body: call.init.body ?? '' },
      {
        effect,
        body,
        send: () => send(call, endpoint),
        async look() {
          const answer = await send(list, looking);
          if (answer.status !== 200) throw refusal(looking, answer);
          return JSON.parse(answer.body);
        },
      },
    );
    return { status, body: text, headers: new Headers() };
  };
}
