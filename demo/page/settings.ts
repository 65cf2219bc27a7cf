/** The settings that the server sends to the page. */
export interface PageSettings {
  /** The base URL of grist-static's files, ending in a slash. */
  gristUrl: string;
  /** The document to open, and the name to show. */
  documentUrl: string;
  name: string;
  /** Grist's id of the document; another id opens a separate document. */
  docId: string;
  /** The widget's manifest, for Grist's gallery. */
  manifestUrl: string;
  /** Opens the document for a viewer. */
  readOnly: boolean;
}
