/** Every sentence about files that go out, in Vietnamese. */
export const filesVi = {
  download: 'Tải về',
  taking: 'Đang tải về',
  taken: (name: string) => `Đã tải về “${name}”.`,
  exportTitle: 'Tải danh sách, bảng ra tệp',
  exportHint: 'Tệp chỉ có những gì bạn được xem.',
  comesBack: 'Tệp Excel và CSV nhập lại được nguyên như cũ.',
  what: 'Nội dung',
  ofUnit: 'Địa bàn',
  onDay: 'Ngày',
  everyPeriod: 'mọi kỳ',
  phones: 'Số điện thoại',
  phonesAre: { ALLOWED: 'đủ số', MASKED: 'chỉ ba số cuối', NONE: 'không ghi' },
  isRecorded: 'Mỗi lần tải danh sách thành viên đều được ghi vào nhật ký.',
  format: 'Định dạng',
  formatIs: {
    xlsx: 'Excel (XLSX), để làm việc',
    csv: 'CSV, để làm việc',
    pdf: 'PDF khổ A4, để ký',
    docx: 'Word (DOCX) khổ A4, để ký',
    'xlsx-paper': 'Excel (XLSX) khổ A4, để ký',
  },
};
