import { register } from './register.ts';

export { type MapRefusal, type MapScope, mapRefusal } from './map/island-guard.ts';
export type {
  CnscdActivityFeed,
  CnscdElement,
  CnscdEvents,
  CnscdKpiBoard,
  CnscdTeamFinder,
  GetToken,
  MapRefusalCode,
  TokenRequest,
} from './public.ts';

register();
