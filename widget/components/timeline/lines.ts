/** The items of a text that has one a line. */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean);
