export interface PagePolicy {
  /** What the page calls. */
  calls: readonly string[];
  /** Hash of the one script that stands in the page itself. @defaultValue none does */
  inlineScript?: string;
}

/** What a page may do: what it is served with and what it calls, and nothing else. */
export function securityHeaders({ calls, inlineScript }: PagePolicy): Record<string, string> {
  const policy = [
    `default-src 'self'`,
    ...(inlineScript === undefined ? [] : [`script-src 'self' '${inlineScript}'`]),
    `connect-src 'self' ${calls.map((url) => new URL(url).origin).join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `object-src 'none'`,
    inlineScript === undefined ? `base-uri 'none'` : `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
