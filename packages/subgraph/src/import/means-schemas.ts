import { FUNDING_BASES, TOPICS } from '@cnscd/domain';
import { z } from 'zod';
import { amountVnd, count, day, identifier, place, plainNumber, words, yesNo } from './fields.ts';

// How teams work and what they are given: models, materials, funding, benefits, training.

export const modelSchema = z.strictObject({
  ...place,
  code: identifier,
  name: words,
  aliases: z.array(words).default([]),
  place: words.optional(),
  initiator: words.optional(),
  approvedBy: words.optional(),
  evaluation: words.optional(),
  description: words.optional(),
  source: identifier,
  adoptions: z.array(z.unknown()).default([]),
});

export const adoptionSchema = z.strictObject({ ...place, adopted: count, total: count, source: identifier });

/** Materials that share everything but title and topics. */
export const materialSetSchema = z.strictObject({
  ...place,
  year: count.optional(),
  language: words.default('vi'),
  formats: z.array(words).default([]),
  owners: z.array(words).default([]),
  source: identifier,
  items: z.array(z.unknown()),
});

export const materialSchema = z.strictObject({
  code: identifier,
  title: words,
  topics: z.array(z.enum(TOPICS)).default([]),
});

export const fundingSchema = z.strictObject({
  ...place,
  code: identifier,
  basis: z.enum(FUNDING_BASES),
  amountVnd,
  isMaximum: yesNo,
  topUpFactor: plainNumber.optional(),
  purpose: words,
  validFrom: day,
  validTo: day.optional(),
  statement: words,
  source: identifier,
});

export const benefitSchema = z.strictObject({
  ...place,
  code: identifier,
  name: words,
  providers: z.array(words).default([]),
  minRecipientsPerTeam: count.optional(),
  itemsPerTeam: count.optional(),
  eligible: words.optional(),
  validFrom: day.optional(),
  statement: words,
  source: identifier,
});

export const trainingSchema = z.strictObject({
  ...place,
  code: identifier,
  title: words,
  partners: z.array(words).default([]),
  topics: z.array(z.enum(TOPICS)).default([]),
  statement: words.optional(),
  source: identifier,
});
