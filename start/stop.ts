export interface Running {
  close(): Promise<void>;
}

const GLANCE = 200;

/** Closes what runs and ends the process when it is asked to stop; asked twice, it ends at once. */
export function stopWhenAsked(running: Promise<Running>): void {
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
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);
}

/** npm hands a signal to its shell, and the shell dies of it without handing it on: only the loss of the parent tells. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, GLANCE).unref();
}
