export { ClosedChannels } from './ClosedChannels.tsx';
export { ContactMenu } from './ContactMenu.tsx';
export { EditableTags } from './EditableTags.tsx';
export { FieldTools } from './FieldTools.tsx';
export { MoreFields } from './MoreFields.tsx';
