import { randomBytes } from 'node:crypto';
import { DomainError, requireUuid } from '@cnscd/domain';

/**
 * The id of what a write makes: the client's own, or a new UUIDv7.
 *
 * @throws {DomainError} `ID_INVALID`
 */
export function newId(given: string | null | undefined, field = 'id'): string {
  return given == null ? uuidv7() : requireUuid(given, field);
}

/** The refusal of an id that another write has used: with the same key, its outcome would have been given again. */
export function idTaken(id: string, field = 'id'): DomainError {
  return new DomainError(
    'ID_TAKEN',
    { vi: `${field} ${id} đã được dùng; hãy tạo UUID mới.`, en: `${field} ${id} is taken; make a new UUID.` },
    { field, value: id },
  );
}

/** RFC 9562: 48 bits of milliseconds, then chance, so that ids sort by time. */
function uuidv7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
