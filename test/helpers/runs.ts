/** How much chance a random test tries: a little in `npm test`, all of it in `npm run test:long`. */
export const runs = <T>(short: T, long: T): T => (import.meta.env.MODE === 'long' ? long : short);
