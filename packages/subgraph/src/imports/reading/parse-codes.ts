import { DomainError, type Messages, requireTeamCode, requireUuid, requireZaloGroup } from '@cnscd/domain';
import { singleLine } from './cell-text.ts';
import { type FilledCell, type ParsedCell, parsed, refused, refusedUnseen } from './parsed-cell.ts';

/** The value, or null for what the domain refuses. */
function unlessRefused<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export function parseCode(filled: FilledCell): ParsedCell {
  const { column } = filled;
  const given = singleLine(filled.text);
  const code = unlessRefused(() => requireTeamCode(given.toUpperCase()));
  return code === null
    ? refused(filled, 'CODE_INVALID', { column, given, right: TEAM_CODE })
    : parsed(filled, code);
}

const TEAM_CODE: Messages = {
  vi: 'hãy dùng 2–40 chữ in hoa không dấu, chữ số và dấu nối, ví dụ 19375-01',
  en: 'use 2 to 40 capital letters, digits and hyphens, for example 19375-01',
};

/** Spreadsheets drop the zeros before a number: what has 4 digits had 5; how many a shorter one had, the register says. */
export function parseUnitCode(filled: FilledCell): ParsedCell {
  const { column } = filled;
  const given = singleLine(filled.text);
  const code = /^\d{4}$/u.test(given) ? `0${given}` : given.toUpperCase();
  if (/^(?:\d{1,3}|\d{5}|VN)$/u.test(code)) return parsed(filled, code);
  return refused(filled, 'CODE_INVALID', { column, given, right: UNIT_CODE });
}

const UNIT_CODE: Messages = {
  vi: 'mã đơn vị hành chính gồm 2 chữ số (tỉnh) hoặc 5 chữ số (xã), kể cả số 0 ở đầu',
  en: 'a unit code has 2 digits (province) or 5 (commune), leading zeros included',
};

export function parseUuid(filled: FilledCell): ParsedCell {
  const { column } = filled;
  const given = singleLine(filled.text);
  const id = unlessRefused(() => requireUuid(given, 'id'));
  return id === null ? refused(filled, 'CODE_INVALID', { column, given, right: UUID }) : parsed(filled, id);
}

const UUID: Messages = {
  vi: 'hãy giữ nguyên mã trong tệp đã xuất, hoặc để trống nếu chưa có trong sổ',
  en: 'keep the id of the exported file, or leave it empty for what the register does not have yet',
};

export function parseLink(filled: FilledCell): ParsedCell {
  const { column, text } = filled;
  const url = unlessRefused(() => requireZaloGroup(text.trim(), 'LINKED').url);
  return url === null ? refusedUnseen(filled, 'LINK_INVALID', { column, right: GROUP }) : parsed(filled, url);
}

const GROUP: Messages = {
  vi: 'hãy dán liên kết mời vào nhóm, dạng https://zalo.me/g/…',
  en: 'paste the invitation link of the group, https://zalo.me/g/…',
};
