import type { Locator } from 'playwright-core';

/** Drags a file over a place of the page and lets it fall there. */
export async function dropFile(place: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const dataTransfer = await place.page().evaluateHandle(
    ({ name, base64 }) => {
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const dragged = new DataTransfer();
      dragged.items.add(new File([content], name));
      return dragged;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}
