/** The file name of a `content-disposition` header, by RFC 6266: the one in full Unicode where there are two. */
export function fileNameIn(header: string | null): string | null {
  if (header === null) return null;
  const [, encoded] = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header) ?? [];
  const [, quoted, plain] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header) ?? [];
  return decoded(encoded) ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? null;
}

function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return null; // "%" and no two digits after it: the plain name is left
  }
}
