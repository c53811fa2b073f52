/** Encodings of Vietnamese from before Unicode, in which fonts draw other letters for the characters of Western Europe. */
export type OldEncoding = 'TCVN3' | 'VNI';

/**
 * Text that was typed in an old encoding, as Unicode in NFC. TCVN3 has its capitals with marks in fonts of their own, so
 * that they come out as small letters.
 *
 * "B¶o Th¾ng" is "Bảo Thắng" in TCVN3, "Xin chaøo" is "Xin chào" in VNI.
 */
export function fromOldEncoding(text: string, encoding: OldEncoding): string {
  return encoding === 'TCVN3'
    ? text.replace(ANY_TCVN3, (character) => TCVN3.get(character) ?? character)
    : fromVni(text);
}

/**
 * Which old encoding a text is in, by its words: those with foreign signs must become Vietnamese syllables.
 *
 * @param usual - that of the text around it, for words that are Vietnamese in both: "Tæ" is "Tổ" in TCVN3, "Tỉ" in VNI
 * @returns null for text in Unicode, and where it cannot be told
 */
export function likelyEncoding(text: string, usual: OldEncoding | null = null): OldEncoding | null {
  if (!SUSPICIOUS.test(text) || VIETNAMESE_ONLY.test(text)) return null;
  const words = (text.match(WORDS) ?? []).filter((word) => FOREIGN.test(word) && /[a-z]/iu.test(word));
  const validIn = (read: (word: string) => string) => words.filter((word) => isSyllable(read(word))).length;
  const asUnicode = validIn((word) => word);
  const asTcvn3 = validIn((word) => fromOldEncoding(word, 'TCVN3'));
  const asVni = validIn((word) => fromVni(word));
  const best = Math.max(asTcvn3, asVni);
  if (best <= asUnicode || best * 5 < words.length * 3) return null;
  if (asTcvn3 === asVni && usual !== null) return usual;
  if (asTcvn3 === asVni) return words.every((word) => VNI_SHAPE.test(word)) ? 'VNI' : 'TCVN3';
  return asTcvn3 > asVni ? 'TCVN3' : 'VNI';
}

const TCVN3_PAIRS =
  '¸á µà ¶ả ·ã ¹ạ ¨ă ¾ắ »ằ ¼ẳ ½ẵ Æặ ©â Êấ Çầ Èẩ Éẫ Ëậ ®đ Ðé Ìè Îẻ Ïẽ Ñẹ ªê Õế Òề Óể Ôễ Öệ Ýí ×ì Øỉ Üĩ Þị ãó ßò áỏ âõ äọ «ô èố åồ æổ çỗ éộ ¬ơ íớ êờ ëở ìỡ îợ óú ïù ñủ òũ ôụ \u00ADư øứ õừ öử ÷ữ ùự ýý úỳ ûỷ üỹ þỵ ¡Ă ¢Â §Đ £Ê ¤Ô ¥Ơ ¦Ư';

const TCVN3 = new Map(
  TCVN3_PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1).normalize('NFC')]),
);
const ANY_TCVN3 = /[\u00A1-\u00FF]/gu;

// After a vowel these are its marks: tones as combining characters, or another vowel and its tone.
const VNI_MARKS = new Map(
  Object.entries({
    ...{ ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' },
    ...{
      â: '\u0302',
      á: '\u0302\u0301',
      à: '\u0302\u0300',
      å: '\u0302\u0309',
      ã: '\u0302\u0303',
      ä: '\u0302\u0323',
    },
    ...{
      ê: '\u0306',
      é: '\u0306\u0301',
      è: '\u0306\u0300',
      ú: '\u0306\u0309',
      ü: '\u0306\u0303',
      ë: '\u0306\u0323',
    },
  }),
);
const VNI_LETTERS = new Map(
  Object.entries({ ...{ ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', ô: 'ơ', ö: 'ư', î: 'ỵ' } }),
);
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|([ñíìæóòôöî])/giu;

function fromVni(text: string): string {
  const read = text.normalize('NFC').replace(VNI_PAIR, (_, vowel?: string, mark?: string, alone?: string) => {
    if (vowel === undefined || mark === undefined) return letter(alone ?? '');
    return letter(vowel) + (VNI_MARKS.get(mark.toLowerCase()) ?? '');
  });
  return read.normalize('NFC');
}

/** ô and ö are the letters ơ and ư; the case is kept. */
function letter(character: string): string {
  const small = VNI_LETTERS.get(character.toLowerCase());
  if (small === undefined) return character;
  return character === character.toLowerCase() ? small : small.toUpperCase();
}

/** Signs that no Unicode Vietnamese has beside its letters. */
const SUSPICIOUS = /[\u00A1-\u00FF]/u;
/** Letters that only Unicode has: ă, đ, ơ, ư and all with two marks. */
const VIETNAMESE_ONLY = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const WORDS = /[a-z\u00A1-\u00FF]+/giu;
const FOREIGN = /[\u00A1-\u00FF]/u;
const VNI_SHAPE = /^(?:[a-z]|[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ñíìæóòôöî])+$/iu;

function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.length ?? 0;
  return (
    tones <= 1 && SYLLABLE.test(apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '').normalize('NFC'))
  );
}

const INITIALS = 'ngh|ng|nh|n|ch|c|gh|gi|g|kh|k|ph|p|th|tr|t|qu|b|d|đ|h|l|m|r|s|v|x';
const NUCLEI =
  'uyê|iêu|yêu|oai|oay|oeo|ươi|ươu|uôi|uây|uya|uyu|oao|oa|oă|oe|uâ|uê|uy|uơ|iê|yê|ia|ươ|ưa|uô|ua|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(`^(?:${INITIALS})?(?:${NUCLEI})(?:ch|c|m|ng|nh|n|p|t)?$`, 'u');
