import type { Language, Messages } from '@cnscd/domain';

const vi = {
  loading: 'Đang tải…',
  retry: 'Thử lại',
  signIn: 'Cần đăng nhập để xem phần này.',
  signInAgain: 'Phiên đăng nhập không còn hiệu lực. Hãy đăng nhập lại.',
  failed: 'Không hiển thị được dữ liệu.',
  noFigure: 'chưa có số liệu',
  unitMissing: 'Chưa chọn đơn vị: thuộc tính unit còn trống.',
  more: (left: string) => `Xem thêm (còn ${left})`,
};

const en: typeof vi = {
  loading: 'Loading…',
  retry: 'Try again',
  signIn: 'Sign in to see this part.',
  signInAgain: 'The sign-in is no longer valid. Sign in again.',
  failed: 'The data cannot be shown.',
  noFigure: 'no figure yet',
  unitMissing: 'No unit was chosen: the attribute unit is empty.',
  more: (left) => `Show more (${left} left)`,
};

export const baseTexts: Readonly<Record<Language, typeof vi>> = { vi, en };

export const networkMessages: Messages = {
  vi: 'Không kết nối được với máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
  en: 'The server cannot be reached. Check the connection and try again.',
};
