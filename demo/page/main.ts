import { discardEdits, openDocument } from './document.ts';
import { installEngine } from './engine.ts';
import { installFrames } from './frames.ts';
import { installGallery } from './gallery.ts';
import { showGuide } from './guide.ts';
import type { PageSettings } from './settings.ts';

const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '') as PageSettings;

installEngine();
installFrames();
installGallery(settings.manifestUrl);
showGuide(async () => {
  await fetch('/start-over', { method: 'POST' });
  discardEdits(settings);
  window.location.reload();
});
await openDocument(settings);
