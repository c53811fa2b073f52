/** A unit on a day. The code alone would not do: 45 is Quảng Trị only until 2025-06-30. */
export interface Place {
  code: string;
  name: string;
  asOf: string;
}

/** The places whose sources say most, on the day of their figures. Names of units are the same in every language. */
export const PLACES_WITH_FIGURES: readonly Place[] = [
  { code: '45', name: 'Tỉnh Quảng Trị', asOf: '2023-09-30' },
  { code: '83', name: 'Tỉnh Bến Tre', asOf: '2022-12-31' },
  { code: '48', name: 'Thành phố Đà Nẵng', asOf: '2024-11-27' },
  { code: '48', name: 'Thành phố Đà Nẵng', asOf: '2025-12-25' },
  { code: '22', name: 'Tỉnh Quảng Ninh', asOf: '2022-08-16' },
  { code: '02', name: 'Tỉnh Hà Giang', asOf: '2022-10-14' },
  { code: 'VN', name: 'Việt Nam', asOf: '2024-12-31' },
];
