import { describe, expect, it } from 'vitest';
import { spreadEvenly, spreadMembers } from '../../src/import/register/team-sizes.ts';

describe('spreadMembers', () => {
  it.each([
    [14, 3, { min: 4, max: 5 }, [5, 5, 4]],
    [15, 3, { min: 5, max: 5 }, [5, 5, 5]],
    [0, 0, { min: 5, max: 8 }, []],
    // Too few, too many, and nobody to be with.
    [14, 3, { min: 5, max: 8 }, null],
    [16, 3, { min: 4, max: 5 }, null],
    [3, 0, { min: 1, max: 8 }, null],
  ])('spreads %i over %i teams of %o', (members, teams, range, sizes) => {
    expect(spreadMembers(members, teams, range)).toEqual(sizes);
  });
});

describe('spreadEvenly', () => {
  it.each([
    [7, 3, [3, 2, 2]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
  ])('spreads %i over %i places', (count, places, expected) => {
    expect(spreadEvenly(count, places)).toEqual(expected);
  });
});
