/** The list of custom widgets that Grist's gallery reads (`GRIST_WIDGET_LIST_URL`). `url` is where the widget is served. */
export const createManifest = (url: string) => [
  {
    name: 'HighLevel panel',
    widgetId: '@grist-highlevel/panel',
    url,
    description: 'A HighLevel contact beside its row: fields, tasks, notes and appointments, edited in both places.',
    accessLevel: 'full',
    // Grist keeps the frame hidden until its theme is applied: no flash of the wrong colours.
    renderAfterReady: true,
    published: true,
    authors: [{ name: 'The authors of the HighLevel panel for Grist' }],
    isGristLabsMaintained: false,
  },
];
