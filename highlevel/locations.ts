export interface Location {
  id: string;
  companyId: string;
  name: string;
  /** IANA name; the zone in which HighLevel writes zone-less appointment times. */
  timezone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  allowDuplicateContact: boolean;
}
