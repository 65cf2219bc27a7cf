export { FieldTools } from '../fields/FieldTools.tsx';
export { ClosedChannels } from './ClosedChannels.tsx';
export { ContactMenu } from './ContactMenu.tsx';
export { EditableTags } from './EditableTags.tsx';
export { MoreFields } from './MoreFields.tsx';
