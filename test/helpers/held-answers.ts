import type { Sandbox } from '../../sandbox/app.ts';

/** Holds back the answers of those requests that are `wanted`, after HighLevel has done what they ask. */
export function holdAnswers(sandbox: Sandbox, wanted: (request: Request) => boolean) {
  const answer = sandbox.fetch;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begin = () => {};
  /** The first of them has had its effect, and its answer has not left. */
  const held = new Promise<void>((resolve) => {
    begin = resolve;
  });
  sandbox.fetch = async (request) => {
    const isWanted = wanted(request);
    const response = await answer(request);
    if (!isWanted) return response;
    begin();
    await released;
    return response;
  };
  return {
    held,
    /** Lets them go, and holds no other. */
    release() {
      sandbox.fetch = answer;
      release();
    },
  };
}
