import { Screen } from '../page/screen.tsx';
import { TEXTS } from '../texts/vi.ts';

export function KpiScreen() {
  return <Screen title={TEXTS.kpi.title}>…</Screen>;
}
