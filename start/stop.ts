export interface Running {
  close(): Promise<void>;
}

const parentCheckInterval = 200;

/** Closes the server and exits on SIGINT or SIGTERM; a second signal exits immediately. */
export function stopOnSignal(running: Promise<Running>): void {
  let stopping = false;

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await (await running).close();
    process.exit(0);
  };
  const stopOrExit = () => (stopping ? process.exit(1) : stop());

  process.on('SIGINT', stopOrExit);
  process.on('SIGTERM', stopOrExit);
  if (process.env.npm_lifecycle_event) watchParent(stop);
}

/** npm sends a signal to its shell, which exits without forwarding it; only the loss of the parent process is observable. */
function watchParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, parentCheckInterval).unref();
}
