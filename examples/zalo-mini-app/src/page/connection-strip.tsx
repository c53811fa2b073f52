import { useStore } from '../store.ts';
import { TEXTS } from '../texts/vi.ts';
import { useApp } from './app-context.tsx';

/** Says that the network or the server is away, and that work goes on. */
export function ConnectionStrip() {
  const { way, isSlow } = useStore(useApp().connection);
  const text = way === 'OPEN' ? (isSlow ? TEXTS.connection.slow : null) : TEXTS.connection[way];
  return (
    <div role="status" className="connection" data-way={way}>
      {text !== null && <p>{text}</p>}
    </div>
  );
}
