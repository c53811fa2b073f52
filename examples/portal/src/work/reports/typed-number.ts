/** A number as it is typed in Vietnam: "1.234,5". Nothing is null; what is none, or could be two, is NaN. */
export function typedNumber(typed: string): number | null {
  const text = typed.trim().replaceAll(/\s/g, '');
  if (text === '') return null;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
