/** What the server tells the page. */
export interface PageSettings {
  /** Where the files of grist-static lie, ending in a slash. */
  gristUrl: string;
  /** The document to open, and the name to show for it. */
  documentUrl: string;
  name: string;
  /** Grist's id of the document; an id of its own makes a document of its own. */
  docId: string;
  /** The widget's manifest, for Grist's gallery. */
  manifestUrl: string;
  /** Opens the document as a viewer sees it. */
  readOnly: boolean;
}
