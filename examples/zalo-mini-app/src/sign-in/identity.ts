import type { Messages } from '@cnscd/domain';

/** Somebody made up, to sign in as where there is no Zalo. */
export interface DemoAccount {
  id: string;
  name: Messages;
  unit: Messages;
}

/** What a sign-in goes by. */
export interface SignInWith {
  /** Whom of the demonstration; null: whoever holds the phone. */
  accountId: string | null;
  /** Zalo's code for the phone number, by which somebody is found in the register the first time. */
  phoneCode: string | null;
}

/** Where this app's sessions come from. */
export interface Identity {
  /** Null: whoever holds the phone signs in, by Zalo. Otherwise somebody made up is chosen first. */
  accounts: (() => Promise<DemoAccount[]>) | null;
  /**
   * A token for our server.
   *
   * @throws {BridgeError} when Zalo gives nothing to ask for one with
   * @throws {CnscdError} when the server gives none
   */
  token(given: SignInWith): Promise<string>;
}
