export interface SandboxRequest {
  method: string;
  path: string;
  /** 0 while it is under way, and for good where the connection was cut. */
  status: number;
  /** Epoch milliseconds of its arrival. */
  at: number;
}

export interface RequestLog {
  entries: readonly SandboxRequest[];
  begin(method: string, path: string): SandboxRequest;
}

const cap = 10_000;

/** The latest requests; the oldest fall out. */
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
