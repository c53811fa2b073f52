/** Languages that people are addressed in. Vietnamese is the one to fall back on. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
