/** Issuer of the sessions that a Zalo app is exchanged for, and so the tenant of what is written in them. */
export const sessionIssuer = (appId: string): string => `urn:cnscd:zalo:${appId}`;
