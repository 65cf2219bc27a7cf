/** An answer is larger than anything that was asked for. */
class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge' as const;
}

function bounded(most: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > most) controller.error(new AnswerTooLarge(`The answer has more than ${most} bytes`));
      else controller.enqueue(chunk);
    },
  });
}

/** The same `fetch`, whose answers fail with `AnswerTooLarge` beyond `most` bytes, counted as they are unpacked. */
export function boundFetch(fetch: typeof globalThis.fetch, most: number): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!answer.body) return answer;
    const { status, statusText, headers } = answer;
    return new Response(answer.body.pipeThrough(bounded(most)), { status, statusText, headers });
  };
}
