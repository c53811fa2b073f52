import type { AdminLevel, Boundary, UnitKind, UnitLinkKind } from '../vocabulary.ts';
import type { LabelSet } from './label-set.ts';

export const adminLevelLabels: LabelSet<AdminLevel> = {
  NATION: { vi: 'cả nước', en: 'nation' },
  PROVINCE: { vi: 'cấp tỉnh', en: 'province level' },
  DISTRICT: { vi: 'cấp huyện (đến 30/6/2025)', en: 'district level (until 30 June 2025)' },
  COMMUNE: { vi: 'cấp xã', en: 'commune level' },
  VILLAGE: { vi: 'thôn, tổ dân phố', en: 'village level' },
};

export const unitKindLabels: LabelSet<UnitKind> = {
  QUOC_GIA: { vi: 'quốc gia', en: 'country' },
  TINH: { vi: 'tỉnh', en: 'province' },
  THANH_PHO: { vi: 'thành phố', en: 'city' },
  QUAN: { vi: 'quận', en: 'urban district' },
  HUYEN: { vi: 'huyện', en: 'rural district' },
  THI_XA: { vi: 'thị xã', en: 'district-level town' },
  XA: { vi: 'xã', en: 'commune' },
  PHUONG: { vi: 'phường', en: 'ward' },
  THI_TRAN: { vi: 'thị trấn', en: 'township' },
  DAC_KHU: { vi: 'đặc khu', en: 'special zone' },
  THON: { vi: 'thôn', en: 'village (thôn)' },
  BAN: { vi: 'bản', en: 'village (bản)' },
  AP: { vi: 'ấp', en: 'hamlet' },
  KHU_PHO: { vi: 'khu phố', en: 'quarter' },
  TO_DAN_PHO: { vi: 'tổ dân phố', en: 'residential group' },
  KHU_DAN_CU: { vi: 'khu dân cư', en: 'residential area' },
};

export const unitLinkKindLabels: LabelSet<UnitLinkKind> = {
  UNCHANGED: { vi: 'giữ nguyên', en: 'unchanged' },
  WHOLE: { vi: 'nhập toàn bộ', en: 'merged as a whole' },
  PART: { vi: 'nhập một phần', en: 'merged in part' },
  RENAMED: { vi: 'đổi tên', en: 'renamed' },
  KIND_CHANGED: { vi: 'đổi loại hình', en: 'changed in kind' },
  UNSPECIFIED: { vi: 'nguồn không nêu rõ', en: 'not stated by the source' },
};

export const boundaryLabels: LabelSet<Boundary> = {
  AS_REPORTED: { vi: 'địa giới lúc báo cáo', en: 'borders when reported' },
  CURRENT: { vi: 'địa giới hiện nay', en: 'borders of today' },
};
