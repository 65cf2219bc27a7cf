import type { HttpBindings } from '@hono/node-server';
import type { Session } from './sessions.ts';

/** What the parts of the proxy hand on beside a request. */
export interface ProxyEnv {
  /** Absent when the proxy is called in process. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    session: Session;
    /** For the log: the pattern of HighLevel's path. */
    route?: string;
  };
}
