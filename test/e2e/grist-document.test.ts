import { documentConforms } from '../grist/conformance.ts';
import { openPluginDoc } from '../helpers/open-plugin-doc.ts';

documentConforms({ name: 'the plugin API of a real Grist', open: openPluginDoc });
