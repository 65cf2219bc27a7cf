import type { PageSettings } from './settings.ts';

interface AccessTokenResult {
  token: string;
  baseUrl: string;
  ttlMsecs: number;
}

/** The parts of grist-static's page that the demo uses. */
declare global {
  interface Window {
    bootstrapGrist(options: {
      initialFile: string;
      name: string;
      fakeDocId: string;
      singlePage?: boolean;
      testRefreshPersistence?: boolean;
      behaviorOverrides?: { onOpenComplete?(): void };
    }): void;
    gristConfig: { assignmentId?: string };
    gristApp: {
      comm: { ad: { getAccessToken(session: unknown, options: { readOnly?: boolean }): Promise<AccessTokenResult> } };
    };
  }
}

const quarterOfAnHour = 15 * 60 * 1000;

/** Opens the document in the page; edits persist when the tab is reloaded. */
export async function openDocument(settings: PageSettings): Promise<void> {
  await loadScript(`${settings.gristUrl}latest.js`);
  window.bootstrapGrist({
    initialFile: settings.documentUrl,
    name: settings.name,
    fakeDocId: settings.docId,
    // With `singlePage`, grist-static makes the document read-only unless it is new.
    singlePage: settings.readOnly,
    testRefreshPersistence: true,
    behaviorOverrides: { onOpenComplete: () => provideAccessToken(settings) },
  });
}

/** Discards the tab's edits, so that its next load opens the server's document. */
export function discardEdits({ docId }: PageSettings): void {
  sessionStorage.removeItem(`grist-static-snap-${docId}`);
  // With this id grist-static would store the edits again when the page is closed.
  window.gristConfig.assignmentId = undefined;
}

/** grist-static has no access tokens, so they come from the demo's Grist server. */
function provideAccessToken({ docId, readOnly }: PageSettings): void {
  const baseUrl = `${window.location.origin}/api/docs/${docId}`;
  window.gristApp.comm.ad.getAccessToken = async () => {
    const answer = await fetch(`/access-token?${new URLSearchParams({ doc: docId, readOnly: String(readOnly) })}`);
    return { token: await answer.text(), baseUrl, ttlMsecs: quarterOfAnHour };
  };
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src, onload: () => resolve(), onerror: () => reject(new Error(`Cannot load ${src}`)) });
    document.head.append(script);
  });
}
