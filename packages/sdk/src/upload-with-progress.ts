/** How much of a file is through. */
export interface FileProgress {
  doneBytes: number;
  /** Null: not known. */
  totalBytes: number | null;
}

interface Upload {
  url: string;
  headers: Readonly<Record<string, string>>;
  content: Blob;
  signal: AbortSignal;
  credentials: 'omit' | 'same-origin' | 'include' | undefined;
}

/** Whether progress can be told: only XMLHttpRequest does it, which a `fetch` of the caller's own must not be passed by. */
export const hasOwnUpload = (fetch: typeof globalThis.fetch): boolean =>
  fetch === globalThis.fetch && typeof globalThis.XMLHttpRequest === 'function';

/** Sends a file and tells how far it is; resolves and rejects as `fetch` does. */
export function uploadWithProgress(
  { url, headers, content, signal, credentials }: Upload,
  onProgress: (progress: FileProgress) => void,
): Promise<Response> {
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  return new Promise<Response>((resolve, reject) => {
    request.open('POST', url);
    request.withCredentials = credentials === 'include';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    const tell = (doneBytes: number) => onProgress({ doneBytes, totalBytes: content.size });
    request.upload.onprogress = ({ loaded }) => tell(loaded);
    request.upload.onload = () => tell(content.size);
    request.onload = () => {
      const { responseText, status, statusText } = request;
      const wait = request.getResponseHeader('retry-after');
      resolve(
        new Response(responseText === '' ? null : responseText, {
          ...{ status, statusText },
          headers: wait === null ? {} : { 'retry-after': wait },
        }),
      );
    };
    request.onerror = () => reject(new TypeError(`POST ${url} got no answer`));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    request.send(content);
  }).finally(() => signal.removeEventListener('abort', abort));
}
