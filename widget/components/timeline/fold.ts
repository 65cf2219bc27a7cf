/** Letters without accents and case, so that `cote` finds `Côte d’Ivoire`. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
