/** Users wait for the answer of a `people` request; `bulk` requests are work beside them, and leave a part of each budget free. */
export type Priority = 'people' | 'bulk';

/** The header by which a client marks bulk requests (highlevel/client.ts). */
export const priorityHeader = 'x-priority';

export const priorityOf = (header: string | null | undefined): Priority => (header === 'bulk' ? 'bulk' : 'people');
