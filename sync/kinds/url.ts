import { withoutInvisible } from '../characters.ts';

/** The address of a website; of a cell that names it first, as Grist's links do (`Acme https://acme.example`), the address. */
export function urlOf(text: string): string {
  const visible = withoutInvisible(text);
  return /^[^:]*\s(https?:\/\/\S+)$/i.exec(visible)?.[1] ?? visible;
}

interface Parts {
  scheme: string;
  rest: string;
}

/** Neither the case of a host nor a slash at the end makes another address. */
function partsOf(text: string): Parts {
  const [, scheme = '', host = '', path = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/?#]*)(.*)$/is.exec(urlOf(text)) ?? [];
  return { scheme: scheme.toLowerCase(), rest: host.toLowerCase() + path.replace(/\/$/, '') };
}

/** An address without a scheme may have either. */
export function sameUrl(left: string, right: string): boolean {
  const [one, other] = [partsOf(left), partsOf(right)];
  return one.rest === other.rest && (one.scheme === other.scheme || one.scheme === '' || other.scheme === '');
}

/** The same, but for a scheme that was made safe. */
export const sameSite = (left: string, right: string): boolean => partsOf(left).rest === partsOf(right).rest;

export const isUrl = (text: string): boolean => !/\s/.test(text);
