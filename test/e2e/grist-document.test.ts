import { documentConforms } from '../grist/conformance.ts';
import { tablesConform } from '../grist/tables-conformance.ts';
import { openPluginDoc } from '../helpers/open-plugin-doc.ts';

const plugin = { name: 'the plugin API of a real Grist', open: openPluginDoc };

documentConforms(plugin);
tablesConform(plugin);
