import type { DownloadedFile } from '@cnscd/sdk';

/** Long enough for a browser to begin with a large file on a slow phone. */
const KEPT_MS = 60_000;

/** Puts a file where the browser keeps downloads, under its name. */
export function saveFile({ name, content }: DownloadedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
