/** Somebody with a Zalo account, in the fake. */
export interface FakePerson {
  id: string;
  name: string;
  /** As Zalo writes it: `84912345678`. */
  phone?: string;
  location?: { latitude: string; longitude: string };
  pictureUrl?: string;
}
