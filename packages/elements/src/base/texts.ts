import type { Language, Messages } from '@cnscd/domain';

const vi = {
  loading: 'Đang tải…',
  retry: 'Thử lại',
  noFigure: 'chưa có số liệu',
  unitMissing: 'Chưa chọn đơn vị: thuộc tính unit còn trống.',
  more: (left: string) => `Xem thêm (còn ${left})`,
};

const en: typeof vi = {
  loading: 'Loading…',
  retry: 'Try again',
  noFigure: 'no figure yet',
  unitMissing: 'No unit was chosen: the attribute unit is empty.',
  more: (left) => `Show more (${left} left)`,
};

export const baseTexts: Readonly<Record<Language, typeof vi>> = { vi, en };

export const networkMessages: Messages = {
  vi: 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
  en: 'The server cannot be reached. Check the connection and try again.',
};

export const tokenMessages: Messages = {
  vi: 'Chưa lấy được phiên đăng nhập. Hãy thử lại.',
  en: 'Your session could not be read. Try again.',
};

export const failedMessages: Messages = {
  vi: 'Không hiển thị được dữ liệu.',
  en: 'The data cannot be shown.',
};
