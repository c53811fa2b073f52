import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprintsOf } from '../../src/operations/canonical.ts';

const digestBy = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex');
const input = (phone: string) => ({ idempotencyKey: 'k', person: { displayName: 'Nguyễn Văn An', phone } });

describe('the fingerprint of an input with a phone number', () => {
  it('tells numbers apart', () => {
    const digests = [digestBy('key')];
    expect(fingerprintsOf(input('0912345678'), digests)).toEqual(
      fingerprintsOf(input('0912345678'), digests),
    );
    expect(fingerprintsOf(input('0912345678'), digests)).not.toEqual(
      fingerprintsOf(input('0912345679'), digests),
    );
  });

  it('cannot be taken without the key', () => {
    const [stored] = fingerprintsOf(input('0912345678'), [digestBy('key')]);
    expect(fingerprintsOf(input('0912345678'))).not.toContain(stored);
    expect(fingerprintsOf(input('0912345678'), [digestBy('another key')])).not.toContain(stored);
  });

  it('is known again after the key was changed', () => {
    const [stored] = fingerprintsOf(input('0912345678'), [digestBy('old')]);
    expect(fingerprintsOf(input('0912345678'), [digestBy('new'), digestBy('old')])).toContain(stored);
  });
});
