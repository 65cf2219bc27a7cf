import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { HighLevelError } from '../../../highlevel/errors.ts';
import type { ConnectionVerbs } from '../../../panel-api/connection.ts';
import type { Session } from '../../../panel-api/session.ts';
import { createConnection } from '../../../widget/store/connecting/connection.ts';
import type { SignInWindow } from '../../../widget/store/connecting/sign-in-window.ts';

const connection = { locationId: 'L', locationName: 'Here', connectedAt: 1, scopes: [], broken: false };

/** A store whose window and proxy are in the test's hands. */
function arrange(verbs: Partial<ConnectionVerbs> = {}, opens = true) {
  const session: Session = { session: 's', role: 'owner', expiresAt: 0, connection: null, canConnect: true };
  const current = signal<Session | null>(session);
  const heard = { elsewhere: () => {}, claim: (_: string) => {}, closed: () => {}, went: '', isClosed: false };
  const window: SignInWindow = {
    goTo: (url) => {
      heard.went = url;
    },
    onClaim: (take) => {
      heard.claim = take;
    },
    onClosed: (tell) => {
      heard.closed = tell;
    },
    close: () => {
      heard.isClosed = true;
    },
  };
  const onChange = vi.fn();
  let known = connection;
  const renewed = vi.fn(async () => {
    current.value = { ...session, connection: known };
  });
  const connectAgain = () => {
    known = { ...connection, connectedAt: connection.connectedAt + 1 };
  };
  const store = createConnection({
    session: {
      current,
      renew: renewed,
    },
    verbs: {
      begin: async () => 'https://highlevel.test/choose',
      claim: async () => ({ connection }),
      disconnect: async () => {},
      ...verbs,
    },
    openWindow: () => (opens ? window : null),
    hear: (onEvent) => {
      heard.elsewhere = onEvent;
      return new Promise(() => {});
    },
    onChange,
  });
  return { store, heard, onChange, renewed, connectAgain };
}

test('the window goes to HighLevel, and its claim connects the document', async () => {
  const { store, heard, onChange } = arrange();
  store.connect();
  expect(store.view.value.step).toBe('signing-in');
  await vi.waitFor(() => expect(heard.went).toBe('https://highlevel.test/choose'));
  heard.claim('abc');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect(store.view.value).toMatchObject({ step: 'idle', connection, problem: null });
  expect(heard.isClosed).toBe(true);
});

test('an agency’s claim waits for the choice and is used with it', async () => {
  const claim = vi.fn(async (_: string, locationId?: string) =>
    locationId ? { connection } : { choose: [{ id: 'L1', name: 'Leeds' }] },
  );
  const { store, heard, onChange } = arrange({ claim });
  store.connect();
  heard.claim('abc');
  await vi.waitFor(() => expect(store.view.value.step).toBe('choosing'));
  store.choose('L1');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect(claim).toHaveBeenLastCalledWith('abc', 'L1');
});

test('a window that the person closes is no failure', () => {
  const { store, heard } = arrange();
  store.connect();
  heard.closed();
  expect(store.view.value).toMatchObject({ step: 'idle', problem: null });
});

test('a document that somebody else connects shows its contacts at once', async () => {
  const { heard, onChange } = arrange();
  heard.elsewhere();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
});

test('a document that an owner connects to the same location once more is read again', async () => {
  const { heard, onChange, connectAgain } = arrange();
  heard.elsewhere();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  connectAgain();
  heard.elsewhere();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2));
});

test('an event without another connection changes nothing', async () => {
  const { heard, onChange, renewed } = arrange();
  heard.elsewhere();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  heard.elsewhere();
  await vi.waitFor(() => expect(renewed).toHaveBeenCalledTimes(2));
  expect(onChange).toHaveBeenCalledOnce();
});

test('a browser that opens no window is told', () => {
  const { store } = arrange({}, false);
  store.connect();
  expect(store.view.value.problem).toBe('window-blocked');
});

test('a refusal ends the try with its reason, and the next begins clean', async () => {
  const refusal = new HighLevelError('rejected', 'no', { reason: 'agency' });
  const claim = vi.fn<ConnectionVerbs['claim']>().mockRejectedValueOnce(refusal).mockResolvedValue({ connection });
  const { store, onChange } = arrange({ claim });
  store.claim('abc');
  await vi.waitFor(() => expect(store.view.value.problem).toMatchObject({ reason: 'agency' }));
  expect(store.view.value.step).toBe('idle');
  store.claim('def');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce());
  expect(store.view.value.problem).toBeNull();
});
