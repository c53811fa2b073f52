export const chartsVi = {
  title: 'Biểu đồ: so sánh đơn vị và so sánh kỳ',
  hint: 'Bấm vào một cột hoặc tên đơn vị để xem các đơn vị bên trong.',
  other: 'So với kỳ',
  noOther: 'không so sánh',
  up: (unit: string) => `Lên ${unit}`,
  described: (name: string, unit: string, known: string, all: string) =>
    `Biểu đồ cột: ${name}, ${unit}. ${known} trên ${all} đơn vị có số liệu; số liệu nằm trong bảng bên dưới.`,
  noneKnown: 'Kỳ này chưa đơn vị nào bên trong có số liệu của chỉ tiêu này.',
  noneBelow: 'Đơn vị này không chia nhỏ hơn được nữa.',
  anotherUnit: 'đơn vị khác vào kỳ đó',
  table: 'Số liệu của biểu đồ',
};
