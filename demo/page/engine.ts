interface EngineMessage {
  type?: string;
  name?: string;
  args?: unknown;
  data?: unknown;
  error?: unknown;
}

/**
 * Makes Grist's data engine, which is a worker of the page here, behave as it does behind a server:
 * - a server receives user actions as JSON without `undefined`; the worker would receive it as Python's `None`,
 *   and `upsert()` without options would fail;
 * - a server's errors are `Error("[Sandbox] KeyError 'X'")`; the worker's are a bare traceback, which a widget receives as
 *   an error without a message;
 * - a server's empty cells are `null`; the worker's are `undefined`, so a widget could not distinguish an empty cell from a
 *   missing column.
 *
 * All measured on grist-static 0.1.6.
 */
export function installEngine(): void {
  const NativeWorker = window.Worker;
  const wrapped = new WeakMap<object, EventListener>();

  window.Worker = class extends NativeWorker {
    override postMessage(message: EngineMessage, options?: StructuredSerializeOptions | Transferable[]): void {
      const plain = message?.type === 'call' && message.name === 'apply_user_actions' ? asJson(message) : message;
      super.postMessage(plain, options as StructuredSerializeOptions);
    }

    override addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: unknown): void {
      const wrappedListener = type === 'message' && typeof listener === 'function' ? asServer(listener) : listener;
      if (wrappedListener !== listener) wrapped.set(listener, wrappedListener as EventListener);
      super.addEventListener(type, wrappedListener, options as AddEventListenerOptions);
    }

    override removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: unknown): void {
      super.removeEventListener(type, wrapped.get(listener) ?? listener, options as EventListenerOptions);
    }
  };
}

const asJson = (message: EngineMessage): EngineMessage => ({
  ...message,
  args: JSON.parse(JSON.stringify(message.args)),
});

/** The engine's client reads only `data` of an event. */
const asServer =
  (listener: EventListener): EventListener =>
  (event) => {
    const { data } = event as MessageEvent<EngineMessage>;
    if (data?.type === 'data')
      return listener(new MessageEvent('message', { data: { ...data, data: withNulls(data.data) } }));
    if (data?.type !== 'error' || typeof data.error !== 'string') return listener(event);
    listener(new MessageEvent('message', { data: { type: 'error', error: asServerError(data.error) } }));
  };

/** Replaces `undefined` by `null` at any depth. */
function withNulls(data: unknown): unknown {
  if (Array.isArray(data)) for (const [index, item] of data.entries()) data[index] = withNulls(item) ?? null;
  else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) Object.assign(data, { [key]: withNulls(value) ?? null });
  return data;
}

/** Converts the last line of a Python traceback, `module.KeyError: 'X'`, to a server's error. */
function asServerError(traceback: string): Error {
  const last = traceback.trim().split('\n').at(-1) ?? '';
  return new Error(`[Sandbox] ${last.replace(/^(?:\w+\.)*(\w+): ?/, '$1 ')}`);
}
