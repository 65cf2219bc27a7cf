export interface Task {
  id: string;
  contactId: string;
  title: string;
  body: string;
  /** Epoch milliseconds, or `null`. */
  dueDate: number | null;
  completed: boolean;
  /** User id, or `''`. */
  assignee: string;
}
