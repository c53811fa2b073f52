/**
 * A new UUIDv7: for what a write makes, so that it can be referred to before the server answers, and for the
 * idempotency key of a write. Ids of later moments sort after earlier ones.
 *
 * @example
 * const id = newId();
 * await client.activities.record({ id, teamId, kind: 'HOUSEHOLD_VISIT', title, startsAt });
 */
export function newId(): string {
  // Not crypto.randomUUID: a page that is not served over https has none, nor have the webviews of older phones.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  const nowMs = Date.now();
  view.setUint32(0, Math.floor(nowMs / 2 ** 16));
  view.setUint16(4, nowMs % 2 ** 16);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
