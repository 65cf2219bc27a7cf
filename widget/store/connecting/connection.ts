import { computed, signal } from '@preact/signals';
import { toFailure } from '../../../engine/failure.ts';
import type { ConnectableLocation, ConnectionVerbs } from '../../../panel-api/connection.ts';
import type { Connecting, ConnectionView } from '../views/connection.ts';
import type { SessionStore } from './session.ts';
import type { SignInWindow } from './sign-in-window.ts';

interface ConnectionOptions {
  session: Pick<SessionStore, 'current' | 'renew'>;
  verbs: ConnectionVerbs;
  /** Opens a window, as a browser allows only in answer to a click; `null` when it refuses. */
  openWindow: () => SignInWindow | null;
  /** Hears what becomes of the connection elsewhere, until the stream ends. */
  hear: (onEvent: () => void) => Promise<void>;
  /** The document may reach another location than before. */
  onChange: () => void;
}

type Step =
  | { kind: 'idle' | 'signing-in' | 'busy' }
  | { kind: 'choosing'; claim: string; locations: readonly ConnectableLocation[] };

/** Milliseconds before a stream that ended is opened again. */
const pause = 5000;
const idle: Step = { kind: 'idle' };

/** Connects the document to a location: a window at HighLevel, its claim, and after an agency's sign-in a choice. */
export function createConnection({ session, verbs, openWindow, hear, onChange }: ConnectionOptions): Connecting {
  const step = signal<Step>(idle);
  const problem = signal<ConnectionView['problem']>(null);
  let opened: SignInWindow | null = null;

  const view = computed(
    (): ConnectionView => ({
      step: step.value.kind,
      locations: step.value.kind === 'choosing' ? step.value.locations : [],
      problem: problem.value,
      connection: session.current.value?.connection,
      canConnect: session.current.value?.canConnect ?? false,
    }),
  );

  function closeWindow(): void {
    opened?.close();
    opened = null;
  }

  /** Goes from step to step; what fails is told, and everything can be begun again. */
  async function go(next: () => Promise<Step>): Promise<void> {
    problem.value = null;
    try {
      step.value = await next();
    } catch (error) {
      problem.value = toFailure(error);
      step.value = idle;
      closeWindow();
    }
  }

  async function renewed(): Promise<Step> {
    await session.renew();
    onChange();
    return idle;
  }

  async function settle(claim: string, locationId?: string): Promise<Step> {
    step.value = { kind: 'busy' };
    const outcome = await verbs.claim(claim, locationId);
    closeWindow();
    return 'choose' in outcome ? { kind: 'choosing', claim, locations: outcome.choose } : renewed();
  }

  /** An owner at another desk connected or disconnected the document, or connected it to the same location once more. */
  async function heard(): Promise<void> {
    if (step.peek().kind !== 'idle') return;
    const before = session.current.peek()?.connection;
    await session.renew();
    const now = session.current.peek()?.connection;
    if (now?.locationId !== before?.locationId || now?.connectedAt !== before?.connectedAt) onChange();
  }

  async function listen(): Promise<void> {
    await hear(() => void heard()).catch(() => {});
    setTimeout(() => void listen(), pause);
  }
  void listen();

  const claim = (code: string) => void go(() => settle(code.trim()));

  return {
    view,
    claim,
    connect() {
      closeWindow();
      const signIn = openWindow();
      if (!signIn) {
        problem.value = 'window-blocked';
        return;
      }
      opened = signIn;
      signIn.onClaim(claim);
      signIn.onClosed(() => {
        if (opened === signIn && step.value.kind === 'signing-in') step.value = idle;
      });
      step.value = { kind: 'signing-in' };
      void go(async () => {
        signIn.goTo(await verbs.begin());
        return step.value;
      });
    },
    cancel() {
      closeWindow();
      problem.value = null;
      step.value = idle;
    },
    choose(locationId) {
      const { value } = step;
      if (value.kind === 'choosing') void go(() => settle(value.claim, locationId));
    },
    disconnect() {
      void go(async () => {
        step.value = { kind: 'busy' };
        await verbs.disconnect();
        return renewed();
      });
    },
  };
}
