export interface SandboxRequest {
  method: string;
  path: string;
  /** 0 until the response is sent; stays 0 when the connection was cut. */
  status: number;
  /** Time of arrival in epoch milliseconds. */
  at: number;
}

export interface RequestLog {
  entries: readonly SandboxRequest[];
  begin(method: string, path: string): SandboxRequest;
}

const cap = 10_000;

/** A log of the latest 10 000 requests. */
export function createRequestLog(now: () => number): RequestLog {
  const entries: SandboxRequest[] = [];
  return {
    entries,
    begin(method, path) {
      const entry = { method, path, status: 0, at: now() };
      entries.push(entry);
      if (entries.length > cap) entries.shift();
      return entry;
    },
  };
}
