// All of this is made up, as "(giả lập)" says wherever a person reads it. Only the names and codes of the communes are real.

export interface CommuneRecord {
  code: string;
  population: number | null;
  office: { address: string; openingHours: string; phone: string | null };
  serviceCodes: string[];
}

export interface ServiceRecord {
  code: string;
  name: string;
  isFullyOnline: boolean;
  processingDays: number | null;
}

export interface CitizenRecord {
  id: string;
  displayName: string;
  communeCode: string;
}

export interface NewsRecord {
  id: string;
  title: string;
  publishedOn: string;
  communeCode: string | null;
}

export const SERVICES: ServiceRecord[] = [
  { code: 'GL-KS', name: 'Đăng ký khai sinh (giả lập)', isFullyOnline: true, processingDays: 1 },
  { code: 'GL-CT', name: 'Chứng thực bản sao điện tử (giả lập)', isFullyOnline: false, processingDays: 1 },
  { code: 'GL-HK', name: 'Đăng ký thường trú (giả lập)', isFullyOnline: true, processingDays: 7 },
  { code: 'GL-HKD', name: 'Đăng ký hộ kinh doanh (giả lập)', isFullyOnline: true, processingDays: 3 },
  { code: 'GL-DD', name: 'Xác nhận nguồn gốc đất (giả lập)', isFullyOnline: false, processingDays: null },
];

const HOURS = 'Thứ Hai–Thứ Sáu, 7:30–11:30 và 13:30–17:00 (giả lập)';

export const COMMUNES: CommuneRecord[] = [
  commune('00691', 'Phường Hà Giang 2', 21000, ['GL-KS', 'GL-CT', 'GL-HK']),
  // Minh Khai, Đại Điền (29188) and An Hải Bắc ended with June 2025: portals keep such codes for years.
  commune('00697', 'Phường Minh Khai', null, ['GL-CT']),
  commune('06994', 'Đặc khu Vân Đồn', 53000, ['GL-KS', 'GL-HK', 'GL-HKD']),
  commune('19333', 'Phường Đông Hà', 64000, ['GL-KS', 'GL-CT', 'GL-HK', 'GL-HKD']),
  commune('19564', 'Xã Đakrông', null, ['GL-KS', 'GL-DD']),
  commune('19597', 'Xã Cam Lộ', 18000, ['GL-KS', 'GL-CT', 'GL-DD']),
  commune('20272', 'Phường An Hải Bắc', null, ['GL-CT']),
  commune('20275', 'Phường An Hải', 83000, ['GL-KS', 'GL-CT', 'GL-HK', 'GL-HKD']),
  commune('29188', 'Xã Đại Điền', null, ['GL-CT']),
  commune('29194', 'Xã Đại Điền', 29000, ['GL-KS', 'GL-CT', 'GL-HK', 'GL-DD']),
];

export const CITIZENS: CitizenRecord[] = [
  citizen('CD-001', 'Nguyễn Thị Bưởi', '29194'),
  citizen('CD-002', 'Trần Văn Dừa', '29194'),
  citizen('CD-003', 'Lê Thị Ổi', '20275'),
  citizen('CD-004', 'Phạm Văn Mít', '20275'),
  citizen('CD-005', 'Hoàng Thị Chè', '00691'),
  citizen('CD-006', 'Võ Văn Tiêu', '19564'),
  citizen('CD-007', 'Đỗ Thị Cam', '19597'),
  citizen('CD-008', 'Bùi Văn Ngọc', '06994'),
  citizen('CD-009', 'Hồ Thị Sim', '19333'),
  citizen('CD-010', 'Đặng Văn Khế', '29188'),
  citizen('CD-011', 'Ngô Thị Na', '20272'),
  citizen('CD-012', 'Vũ Văn Lê', '00697'),
];

export const NEWS: NewsRecord[] = [
  news('TT-006', 'Lịch làm việc của bộ phận một cửa', '2026-10-30', null),
  news('TT-005', 'Hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa', '2026-10-12', '00691'),
  news('TT-004', 'Chợ không dùng tiền mặt mở lại sau mưa bão', '2026-09-21', '29194'),
  news('TT-003', 'Lớp kỹ năng số cho người cao tuổi', '2026-09-02', '20275'),
  news('TT-002', 'Đưa nông sản lên sàn thương mại điện tử', '2026-08-15', '19564'),
  news('TT-001', 'Đổi sang mã đơn vị hành chính mới', '2025-07-01', '29194'),
];

function commune(
  code: string,
  name: string,
  population: number | null,
  serviceCodes: string[],
): CommuneRecord {
  const office = { address: `Bộ phận một cửa ${name} (giả lập)`, openingHours: HOURS, phone: null };
  return { code, population, office, serviceCodes };
}

function citizen(id: string, name: string, communeCode: string): CitizenRecord {
  return { id, displayName: `${name} (giả lập)`, communeCode };
}

function news(id: string, title: string, publishedOn: string, communeCode: string | null): NewsRecord {
  return { id, title: `${title} (giả lập)`, publishedOn, communeCode };
}
