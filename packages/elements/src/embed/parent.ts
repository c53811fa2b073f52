// For the page around: gives each <iframe data-cnscd> the height that its content has.
const LOWEST_PX = 80;
const HIGHEST_PX = 20_000;

window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  const { type, height } = Object(data) as Record<string, unknown>; // any object has properties
  if (type !== 'cnscd-height' || typeof height !== 'number') return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-cnscd]')) {
    // From the frame itself and from where it was put: not from what may have been loaded into it since.
    if (frame.contentWindow !== source || new URL(frame.src).origin !== origin) continue;
    frame.style.height = `${Math.min(HIGHEST_PX, Math.max(LOWEST_PX, height))}px`;
  }
});
