import { fold, type UnitKind } from '@cnscd/domain';

/** First words of a unit's name, folded, with the kinds that they may mean. Longer ones first. */
const KIND_WORDS: readonly (readonly [words: string, kinds: readonly UnitKind[]])[] = [
  ['uy ban nhan dan xa', ['XA']],
  ['uy ban nhan dan phuong', ['PHUONG']],
  ['uy ban nhan dan', []],
  ['ubnd xa', ['XA']],
  ['ubnd phuong', ['PHUONG']],
  ['ubnd thi tran', ['THI_TRAN']],
  ['ubnd', []],
  ['thanh pho', ['THANH_PHO']],
  ['thi tran', ['THI_TRAN']],
  ['dac khu', ['DAC_KHU']],
  ['phuong', ['PHUONG']],
  ['thi xa', ['THI_XA']],
  ['huyen', ['HUYEN']],
  ['quan', ['QUAN']],
  ['tinh', ['TINH']],
  ['tp', ['THANH_PHO']],
  ['tx', ['THI_XA']],
  ['tt', ['THI_TRAN']],
  ['xa', ['XA']],
  ['p', ['PHUONG']],
  ['x', ['XA']],
  ['h', ['HUYEN']],
  ['q', ['QUAN']],
];

const VILLAGE_WORDS =
  /^(?:to dan pho so|to dan pho|khu dan cu|khu pho|tdp|thon|ban|ap|khom|buon|lang|to|kdc|khu|xom|plei|phum|soc)\s+(?:so\s+)?/u;

/** A name as a file writes it: "P. Bến Thành" may be the ward Bến Thành, or a unit whose own name begins so. */
export interface WrittenName {
  /** Folded, in the order to look for them. */
  keys: readonly string[];
  kinds: readonly UnitKind[];
}

export function writtenName(text: string): WrittenName {
  const folded = fold(text);
  const known = KIND_WORDS.find(([words]) => folded.startsWith(`${words} `));
  if (known === undefined) return { keys: [folded, folded.replaceAll(' ', '')], kinds: [] };
  const [words, kinds] = known;
  const bare = folded.slice(words.length + 1);
  return { keys: [bare, bare.replaceAll(' ', ''), folded], kinds };
}

/** "Thôn 3", "thôn số 3" and "3" are one village. */
export const villageKey = (text: string): string => {
  const folded = fold(text);
  return folded.replace(VILLAGE_WORDS, '').replace(/^0+(?=\d)/u, '') || folded;
};

const TEAM_WORDS =
  /^(?:to (?:cong nghe so|cns|chuyen doi so|cds) cong dong|to cnscd|to cdscd|to cnsc d|to cong nghe so|to cds|to cns|cnscd|to)(?: (?:va de an 06|va to de an 06|de an 06))?(?: (?:cua|o|tai))?\s*/u;

/** What a team is called behind the words that all teams have: folded; the whole where nothing is left. */
export const teamKey = (name: string): string => {
  const folded = fold(name);
  return folded.replace(TEAM_WORDS, '') || folded;
};

/** Keys under which two names of teams meet: as written, and without the word for the kind of unit. */
export function teamKeys(name: string): string[] {
  const key = teamKey(name);
  return [...new Set([key, ...writtenName(key).keys, villageKey(key)])].filter((each) => each !== '');
}
