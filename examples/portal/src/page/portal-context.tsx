import type { Language } from '@cnscd/domain';
import type { Client, GetToken } from '@cnscd/sdk';
import { createContext, useContext } from 'react';
import { en } from '../texts/en.ts';
import { type Texts, vi } from '../texts/vi.ts';
import type { Change, UrlState } from './url-state.ts';

/** What every part of the page may need. */
export interface Portal {
  client: Client;
  /** Whether somebody has signed in. What he or she may see is the server's to say. */
  isSignedIn: boolean;
  /** Whether the host of the page passes files on to the subgraph and back. */
  hasFiles: boolean;
  /** What the elements of @cnscd/elements on this page are told: whom to ask, and as whom. */
  embedding: { endpoint: string; getToken: GetToken | null };
  state: UrlState;
  change: Change;
  language: Language;
  texts: Texts;
}

export const PortalContext = createContext<Portal | null>(null);

export const TEXTS: Readonly<Record<Language, Texts>> = { vi, en };

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) throw new Error('usePortal is for what stands inside <Page>.');
  return portal;
}
