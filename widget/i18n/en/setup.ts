/** The steps before the panel can show a contact. */
export const setup = {
  unmapped: {
    title: 'One step to go',
    text: 'Tell the panel which column holds the HighLevel contact.',
    accessDone: 'Allow full document access',
    choose: 'Choose the contact id column',
    chooseHow: 'In this section’s **⋯** menu open **Widget options**. Under **CONTACT ID** pick a text column.',
    match: 'Match your columns to fields',
    matchHow: 'Optional. Needed only to keep values in step.',
  },
  access: {
    title: 'Allow access to this document',
    text: 'Needed to save your changes in the table. An editor or owner of the document can do it.',
    menu: 'Open the **⋯** menu',
    menuHow: 'At the top right of this section.',
    options: 'Choose **Widget options**',
    optionsHow: 'Grist opens its panel on the right.',
    level: 'Pick **Full document access**',
    levelHow: 'The panel reloads by itself.',
    levelCaption: 'Access level',
    levelValue: 'Full document access',
  },
};

export type SetupMessages = typeof setup;
