import { TEXTS } from '../texts/vi.ts';

/** For whoever uploaded a build that knows no server. */
export const MissingServer = () => (
  <main className="screen-body">
    <h1>{TEXTS.appName}</h1>
    <p>{TEXTS.noServer}</p>
  </main>
);
