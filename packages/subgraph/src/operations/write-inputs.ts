/** The key that every input of a mutation has. */
export const idempotencyKeyField = {
  required: true,
  description:
    'A new UUID for each action, the same one for each try of it: 1 to 255 characters, remembered for 30 days and never run again. Errors: `KEY_INVALID`, `KEY_REUSED`, `KEY_EXPIRED`.',
} as const;

/** The version that whoever changes something saw. */
export const expectedVersionField = {
  required: true,
  description: 'The version that you saw; another one is a Conflict.',
} as const;
