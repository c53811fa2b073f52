import type { Language } from '@cnscd/domain';

const vi = {
  heading: 'Hoạt động của tổ công nghệ số cộng đồng',
  none: 'Chưa có hoạt động nào.',
  found: (count: string) => `${count} hoạt động, mới nhất trước.`,
  reached: 'được tuyên truyền',
  assisted: 'được hướng dẫn',
  succeeded: 'làm được',
  unknown: 'chưa có số liệu',
  synthetic: 'giả lập',
};

const en: typeof vi = {
  heading: 'Activities of community digital technology teams',
  none: 'There are no activities yet.',
  found: (count) => `${count} ${count === '1' ? 'activity' : 'activities, newest first'}.`,
  reached: 'told',
  assisted: 'helped',
  succeeded: 'succeeded',
  unknown: 'no figure yet',
  synthetic: 'made up',
};

export const feedTexts: Readonly<Record<Language, typeof vi>> = { vi, en };
