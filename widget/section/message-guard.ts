/**
 * Runs before Grist's plugin API, which takes messages from every window: drops those that are not of the window around this
 * page, on the origin of a Grist that the proxy trusts. Messages of our own origin, such as that of the sign-in window, pass
 * as long as they do not speak as Grist does (`mtype`, grist-rpc). Served as a script of its own: it can import nothing.
 */
{
  const named = document.querySelector<HTMLMetaElement>('meta[name="grist-origins"]')?.content ?? '';
  const grists = new Set(named.split(' ').filter(Boolean));
  const speaksAsGrist = (data: unknown) => typeof data === 'object' && data !== null && 'mtype' in data;

  window.addEventListener(
    'message',
    (event) => {
      const isGrist = event.source === window.parent && grists.has(event.origin);
      const isOurs = event.origin === window.location.origin && !speaksAsGrist(event.data);
      if (!isGrist && !isOurs) event.stopImmediatePropagation();
    },
    true,
  );
}
