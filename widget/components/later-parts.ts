export { Banner } from './Banner.tsx';
export { CustomFields } from './CustomFields.tsx';
export { FieldPicker } from './FieldPicker.tsx';
export { TimelineEmpty } from './TimelineEmpty.tsx';
