import { DomainError } from '@cnscd/domain';
import type { Faults } from './field.tsx';

/** What a rule of the domain has against a value, by the name of the field. */
export function faultOf(rule: () => unknown): Faults {
  try {
    rule();
    return {};
  } catch (error) {
    if (error instanceof DomainError) return { [error.field ?? '']: error.messages };
    throw error;
  }
}
