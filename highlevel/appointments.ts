/** HighLevel's word; new ones may appear, so anything else is kept as it came. */
export type AppointmentStatus =
  | 'new'
  | 'booked'
  | 'confirmed'
  | 'cancelled'
  | 'showed'
  | 'noshow'
  | 'invalid'
  | 'active'
  | 'completed'
  | (string & {});

/** The wire calls it an event. */
export interface Appointment {
  id: string;
  contactId: string;
  calendarId: string;
  title: string;
  status: AppointmentStatus;
  notes: string;
  address: string;
  /** User id, or `''`. */
  assignee: string;
  /** Epoch milliseconds. */
  startTime: number;
  /** Epoch milliseconds. */
  endTime: number;
}
