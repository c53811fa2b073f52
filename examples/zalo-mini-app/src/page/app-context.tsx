import { createContext, useContext } from 'react';
import type { MiniApp } from '../start-app.ts';

export const AppContext = createContext<MiniApp | null>(null);

export function useApp(): MiniApp {
  const app = useContext(AppContext);
  if (app === null) throw new Error('There is no app around this.');
  return app;
}
