// The page inside an <iframe>, for portals whose editor strips unknown tags. It shows one element, for the public only:
// what needs a sign-in needs a page of the portal itself.

import { isParentAllowed, readConfig } from './embed-config.ts';
import { readEmbedding } from './embedding.ts';

const config = await readConfig(new URL('embed-config.json', import.meta.url));
const style = new CSSStyleSheet();
style.replaceSync('body{margin:0}');
document.adoptedStyleSheets = [style];

if (isParentAllowed(config, parentOrigin())) show();
else
  document.body.textContent =
    'Trang này không được phép nhúng nội dung. · This page may not embed the content.';

function show(): void {
  const { name, attributes } = readEmbedding(location.search);
  const element = document.createElement(name);
  for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
  // From the configuration, never from the address: a link must not choose whom the page asks.
  element.setAttribute('endpoint', config.endpoint);
  document.body.append(element);
  new ResizeObserver(tellHeight).observe(document.documentElement);
}

function tellHeight(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // Each goes to nobody but the origin that it names.
  for (const origin of config.parents) window.parent.postMessage({ type: 'cnscd-height', height }, origin);
}

/** Null: it stands alone. The empty text: whoever embeds it does not say who they are. */
function parentOrigin(): string | null {
  if (window.parent === window) return null;
  const known = location.ancestorOrigins?.[0] ?? document.referrer;
  return known === '' ? '' : new URL(known).origin;
}
