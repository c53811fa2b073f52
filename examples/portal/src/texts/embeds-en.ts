import type { embedsVi } from './embeds-vi.ts';

export const embedsEn: typeof embedsVi = {
  title: 'On your own portal',
  hint: 'These three elements run on any portal, by one script tag. This is the board of the unit on this page:',
  code: 'Code to paste',
  oldPage: 'See them on a page of the old kind (jQuery, Bootstrap 3)',
};
