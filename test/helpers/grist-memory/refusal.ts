/** A refusal in Grist's own words, before either of its APIs packs it. */
export class GristRefusal extends Error {
  /** As the plugin API and REST know it, where Grist gives one. */
  readonly code: string | undefined;
  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** What Grist's data engine refuses: over both APIs with these words (measured on Grist 1.7). */
export const sandboxRefusal = (message: string): GristRefusal => new GristRefusal(`[Sandbox] ${message}`);
