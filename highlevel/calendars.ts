export interface Calendar {
  id: string;
  name: string;
  /** `#rrggbb`, or `''`. */
  color: string;
  /** Minutes. */
  slotDuration: number;
  isActive: boolean;
}
