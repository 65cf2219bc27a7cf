/**
 * Gives widgets the persistent storage of any other Grist: grist-static marks their frames `credentialless`, and the browser
 * then discards a widget's `localStorage` and `sessionStorage` at each load (measured on grist-static 0.1.6).
 */
export function installFrames(): void {
  const setAttribute = Element.prototype.setAttribute;
  HTMLIFrameElement.prototype.setAttribute = function (name: string, value: string) {
    if (name.toLowerCase() !== 'credentialless') setAttribute.call(this, name, value);
  };
  Object.defineProperty(HTMLIFrameElement.prototype, 'credentialless', {
    configurable: true,
    get: () => false,
    set: () => undefined,
  });
}
