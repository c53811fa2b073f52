import { writeFileSync } from 'node:fs';
import { drawPaper } from '/work/w-papers/packages/subgraph/src/papers/draw-paper.ts';
export const sample = (rows: number, orientation: any = 'PORTRAIT'): any => ({
  issuer: { parent: 'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ', unit: 'ỦY BAN NHÂN DÂN XÃ CAM LỘ' },
  number: null, place: 'Cam Lộ', date: '2026-10-05', title: 'BÁO CÁO',
  subtitles: ['Kết quả hoạt động của Tổ công nghệ số cộng đồng', 'Quý III năm 2026'],
  orientation, isDraft: true,
  sections: [
    { heading: 'I. Tình hình chung', paragraphs: ['Trên địa bàn xã có 15 Tổ công nghệ số cộng đồng với 98 thành viên; các tổ đã hướng dẫn người dân cài đặt và sử dụng nền tảng số, dịch vụ công trực tuyến, thanh toán không dùng tiền mặt và kỹ năng an toàn trên môi trường mạng.'], table: null },
    { heading: 'II. Kết quả theo chỉ tiêu', paragraphs: [], table: {
      unitOfMeasure: 'lượt người', isNumbered: true,
      columns: [
        { header: 'Chỉ tiêu', type: 'TEXT', width: 6 },
        { header: 'Kế hoạch', group: 'Năm 2026', type: 'INTEGER', width: 2 },
        { header: 'Thực hiện', group: 'Năm 2026', type: 'INTEGER', width: 2 },
        { header: 'Tỷ lệ', group: 'Năm 2026', type: 'PERCENT', width: 2 },
        { header: 'Ngày chốt', type: 'DATE', width: 2.3 },
      ],
      rows: [{ heading: 'A. Hướng dẫn người dân' }, ...Array.from({ length: rows }, (_, i) => [i % 7 === 3 ? 'Số người được hướng dẫn sử dụng dịch vụ công trực tuyến trên Cổng dịch vụ công quốc gia ' + (i === 3 ? 'https://dichvucong.gov.vn/p/home/dvc-trang-chu-rat-dai-khong-co-dau-cach-nao-ca' : '') : `Số người dùng nền tảng số thứ ${i + 1}`, i % 5 === 4 ? null : 15862 + i, 12345 * i, 98.5, '2026-09-30'])],
      totals: ['Tổng cộng', 1234567, 7654321, null, ''], notes: ['2 đơn vị chưa gửi số liệu.'] } },
  ],
  signatures: [{ role: 'NGƯỜI LẬP BIỂU', name: null }, { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: 'Nguyễn Thị Hường' }],
  recipients: ['Ủy ban nhân dân tỉnh', 'Sở Khoa học và Công nghệ', 'Lưu: VT'],
});
if (import.meta.main) {
const format = process.argv[2] as any;
const t = performance.now();
const bytes = await drawPaper(sample(Number(process.argv[3] ?? 12), process.argv[4]), format);
console.log(format, bytes.length, Math.round(performance.now() - t), 'ms');
writeFileSync(`/tmp/out.${format.toLowerCase()}`, bytes);
}
