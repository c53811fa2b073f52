/** Tells a listener of the caller's. What it throws is for whoever looks for errors of the page, and fails nothing here. */
export function told(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    // Node has no reportError, and a rejection that nobody waits for would end its process.
    const report = globalThis.reportError ?? console.error;
    report(error);
  }
}
