// The page inside an <iframe>, for portals whose editor strips unknown tags. It shows one element, for the public only:
// what needs a sign-in needs a page of the portal itself.

import { originOf, readConfig } from './embed-config.ts';
import { readEmbedding } from './embedding.ts';

const { endpoint, parents } = await readConfig(new URL('embed-config.json', import.meta.url));
const style = new CSSStyleSheet();
style.replaceSync('body{margin:0}');
document.adoptedStyleSheets = [style];

if (window.parent === window) show();
else {
  // Null: whoever embeds it does not say who they are.
  const parent = originOf(location.ancestorOrigins?.[0] ?? document.referrer);
  if (parent !== null && parents.includes(parent)) tellHeight(show(), parent);
  else {
    document.body.textContent =
      'Trang này không được phép nhúng nội dung. · This page may not embed the content.';
  }
}

function show(): HTMLElement {
  const { name, attributes } = readEmbedding(location.search);
  const element = document.createElement(name);
  for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
  // From the configuration, never from the address: a link must not choose whom the page asks.
  element.setAttribute('endpoint', endpoint);
  document.documentElement.lang = element.getAttribute('language') === 'en' ? 'en' : 'vi';
  document.body.append(element);
  return element;
}

/** Tells the page around, and nobody else, how high all of it is, with the list that hangs out of a field. */
function tellHeight(element: HTMLElement, parent: string): void {
  const tell = () => {
    const { height } = document.documentElement.getBoundingClientRect();
    const message = { type: 'cnscd-height', height: Math.ceil(Math.max(height, document.body.scrollHeight)) };
    window.parent.postMessage(message, parent);
  };
  new ResizeObserver(tell).observe(document.documentElement);
  // A list that opens makes nothing else larger.
  const changes = { subtree: true, childList: true, attributes: true };
  if (element.shadowRoot !== null) new MutationObserver(tell).observe(element.shadowRoot, changes);
}
