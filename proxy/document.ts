/** A document of a Grist: what a connection belongs to. */
export interface DocumentRef {
  origin: string;
  docId: string;
}

/** The name under which the database knows a document. */
export const documentName = ({ origin, docId }: DocumentRef) => `${origin} ${docId}`;
