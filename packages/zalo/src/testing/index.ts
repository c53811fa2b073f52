export type { FakePerson } from './fake-person.ts';
export {
  type FakeZalo,
  type FakeZaloOptions,
  type SentMessage,
  startFakeZalo,
} from './fake-zalo.ts';
export {
  type AccountEventKeys,
  type MiniAppEventKeys,
  probe,
  type SignedEvent,
  signedAccountEvent,
  signedMiniAppEvent,
} from './signed-events.ts';
