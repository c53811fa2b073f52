// The public names of @cnscd/sdk/testing.
export { type FakeClock, type FakeClockOptions, fakeClock } from './fake-clock.ts';
export {
  file,
  htmlPage,
  lostAnswer,
  type MockAnswer,
  type MockRequest,
  type MockServer,
  mockServer,
  refusedWith,
  status,
} from './mock-server.ts';
