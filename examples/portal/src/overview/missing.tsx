import { usePortal } from '../page/portal-context.tsx';

/** What no source states. Never 0: that would be a figure. */
export function Missing({ text }: { text?: string }) {
  const { texts } = usePortal();
  return <span className="missing">{text ?? texts.noFigure}</span>;
}
