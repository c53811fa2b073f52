import { seededChoice } from './seeded.ts';

/** A made-up Vietnamese name, always the same for the same parts. */
export function personName(...parts: (string | number)[]): string {
  const { middle, given } = seededChoice([WOMEN, MEN], 'gender', ...parts);
  return [
    seededChoice(FAMILY, 'family', ...parts),
    seededChoice(middle, 'middle', ...parts),
    seededChoice(given, 'given', ...parts),
  ].join(' ');
}

type Names = readonly [string, ...string[]];

// Common names, the most common family names several times.
const FAMILY: Names = [
  ...([
    'Nguyễn',
    'Nguyễn',
    'Nguyễn',
    'Trần',
    'Trần',
    'Lê',
    'Lê',
    'Phạm',
    'Hoàng',
    'Phan',
    'Vũ',
    'Võ',
  ] as const),
  ...['Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Đoàn', 'Trương', 'Mai', 'Cao'],
];
const WOMEN: { middle: Names; given: Names } = {
  middle: ['Thị', 'Thị', 'Ngọc', 'Thanh', 'Thu', 'Kim', 'Bích', 'Mỹ'],
  given: [
    'Lan',
    'Hoa',
    'Hương',
    'Thảo',
    'Hạnh',
    'Nga',
    'Loan',
    'Yến',
    'Trang',
    'Phượng',
    'Tuyết',
    'Nhung',
    'Oanh',
    'Liên',
  ],
};
const MEN: { middle: Names; given: Names } = {
  middle: ['Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Xuân', 'Công'],
  given: [
    'Nam',
    'Hùng',
    'Dũng',
    'Tuấn',
    'Thắng',
    'Hải',
    'Sơn',
    'Long',
    'Phong',
    'Tâm',
    'Hiếu',
    'Trung',
    'Bình',
    'Khánh',
  ],
};
