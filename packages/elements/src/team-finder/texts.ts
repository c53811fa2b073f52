import type { Language } from '@cnscd/domain';

const vi = {
  heading: 'Tìm tổ công nghệ số cộng đồng',
  province: 'Tỉnh, thành phố',
  commune: 'Xã, phường, đặc khu',
  allCommunes: 'Tất cả',
  chooseProvince: 'Gõ để tìm, không cần dấu',
  chooseFirst: 'Chọn tỉnh trước',
  noSuchUnit: 'Không có đơn vị nào như vậy',
  unitsFound: (count: string) => `${count} đơn vị`,
  words: 'Tên thôn, tổ dân phố, tên hoặc mã tổ',
  wordsExample: 'ví dụ: an my',
  search: 'Tìm',
  found: (count: string) => `Tìm thấy ${count} tổ.`,
  none: 'Không tìm thấy tổ nào. Hãy thử ít từ hơn.',
  kind: 'Loại tổ',
  level: 'Cấp',
  status: 'Trạng thái',
  code: 'Mã tổ',
  foundedOn: 'Ngày thành lập',
  decision: 'Quyết định',
  decisionOf: (number: string, day: string | null): string =>
    day === null ? number : `${number} ngày ${day}`,
  unknown: 'chưa có thông tin',
  synthetic: 'giả lập',
};

const en: typeof vi = {
  heading: 'Find a community digital technology team',
  province: 'Province or city',
  commune: 'Commune, ward or special zone',
  allCommunes: 'All',
  chooseProvince: 'Type to search, marks may be left out',
  chooseFirst: 'Choose a province first',
  noSuchUnit: 'There is no such unit',
  unitsFound: (count) => `${count} unit${count === '1' ? '' : 's'}`,
  words: 'Village, residential group, name or code of the team',
  wordsExample: 'for example: an my',
  search: 'Search',
  found: (count) => `${count} team${count === '1' ? '' : 's'} found.`,
  none: 'No team was found. Try fewer words.',
  kind: 'Kind of team',
  level: 'Level',
  status: 'Status',
  code: 'Code',
  foundedOn: 'Founded on',
  decision: 'Decision',
  decisionOf: (number, day) => (day === null ? number : `${number} of ${day}`),
  unknown: 'not known yet',
  synthetic: 'made up',
};

export const finderTexts: Readonly<Record<Language, typeof vi>> = { vi, en };
