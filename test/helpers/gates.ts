import { type GristCode, GristError } from '../../grist/doc.ts';

/** Lets calls of a verb be held and refused. */
export function createGates<Verb extends string>() {
  const refusals: { verb: Verb; code: GristCode }[] = [];
  const gates = new Map<Verb, Promise<void>>();
  return {
    /** Every verb answers later, after what holds it is released. */
    async enter(verb: Verb) {
      await Promise.resolve();
      await gates.get(verb);
      const index = refusals.findIndex((refusal) => refusal.verb === verb);
      const [refusal] = index < 0 ? [] : refusals.splice(index, 1);
      if (refusal) throw new GristError(refusal.code, `refused: ${refusal.code}`);
    },
    refuse: (verb: Verb, code: GristCode) => void refusals.push({ verb, code }),
    allow: () => {
      refusals.length = 0;
    },
    hold(verb: Verb) {
      let release = () => {};
      const gate = new Promise<void>((resolve) => {
        release = resolve;
      });
      gates.set(verb, gate);
      return () => {
        gates.delete(verb);
        release();
      };
    },
  };
}
