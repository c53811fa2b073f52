import { label, type UnitKind } from '@cnscd/domain';

/** "Thôn Tà Lang", "Tổ dân phố 15". */
export function fullVillageName(kind: UnitKind, name: string): string {
  const words = label('unitKind', kind, 'vi');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${name}`;
}
