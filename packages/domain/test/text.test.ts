import { DomainError, fold, isStorableText, nfc, searchText, searchTokens } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('nfc', () => {
  it('composes what a Mac or an iPhone hands out decomposed', () => {
    expect(nfc('Quảng Trị'.normalize('NFD'))).toBe('Quảng Trị'.normalize('NFC'));
  });
});

describe('fold', () => {
  it.each([
    ['Quảng Trị', 'quang tri'],
    ['Quảng Trị'.normalize('NFD'), 'quang tri'],
    ['QUẢNG  TRỊ', 'quang tri'],
    ['  quảng\u00a0trị\n', 'quang tri'],
    ['quang–tri', 'quang tri'],
    ['Đakrông', 'dakrong'],
    ['ĐÀ NẴNG', 'da nang'],
    ['\u00d0à Nẵng', 'da nang'], // eth, as old fonts spell Đ
    ['Hoà Bắc', 'hoa bac'], // old tone placement …
    ['Hòa Bắc', 'hoa bac'], // … and new
    ['Thị trấn Cư M’gar', 'thi tran cu mgar'],
    ["Thị trấn Cư M'gar", 'thi tran cu mgar'],
    ['Phường 12/3 (cũ)', 'phuong 12 3 cu'],
    ['100%_', '100'],
    ['＋', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing when folded again', () => {
    expect(fold(fold('Xã Đắk R’lấp – Đặc khu'))).toBe(fold('Xã Đắk R’lấp – Đặc khu'));
  });
});

describe('searchTokens', () => {
  it.each([
    ['Quảng Trị', ['quang', 'tri']],
    ['  An   Hải\tBắc\n', ['an', 'hai', 'bac']],
    ['Tân Tân tan', ['tan']],
    ['ệ'.normalize('NFD').repeat(100), ['e'.repeat(100)]],
  ])('splits %j into words', (text, words) => {
    expect(searchTokens(text)).toEqual(words);
  });

  it.each([
    ['a'.repeat(101), /101 ký tự; nhiều nhất 100/],
    ['', /ít nhất một chữ cái/],
    ['%%__', /ít nhất một chữ cái/],
    ['Quảng\0Trị', /ký tự điều khiển/],
    ['Quảng\u0007Trị', /ký tự điều khiển/],
    ['Quảng \ud83d Trị', /Unicode hỏng/],
  ])('refuses %j', (text, message) => {
    const error = refusal(() => searchTokens(text, 'teams.search'));
    expect(error).toMatchObject({ code: 'SEARCH_INVALID', field: 'teams.search' });
    expect(error.message).toMatch(message);
  });

  it('keeps the text out of the refusal, because it may be the name of a person', () => {
    const error = refusal(() => searchTokens('Nguyễn Thị Hoa\0'));
    expect(error).toBeInstanceOf(DomainError);
    expect(`${error.messages.vi}${error.messages.en}${error.value ?? ''}`).not.toContain('Hoa');
  });
});

describe('isStorableText', () => {
  it.each([
    ['Xã Đại Điền 😀', true],
    ['', true],
    ['a\0b', false],
    ['\ud83d', false],
    ['\ude00\ud83d', false],
  ])('says of %j: %s', (text, storable) => {
    expect(isStorableText(text)).toBe(storable);
  });
});

describe('searchText', () => {
  it('holds a place name with and without its spaces', () => {
    const text = searchText('Huyện Đa Krông', 'Thôn 1');
    expect(text).toBe('huyen da krong thon 1 huyendakrong thon1');
    expect(searchTokens('Đakrông').every((word) => text.includes(word))).toBe(true);
    expect(searchTokens('đa krông').every((word) => text.includes(word))).toBe(true);
  });

  it('holds nothing for nothing', () => {
    expect(searchText('', '–')).toBe('');
  });
});
