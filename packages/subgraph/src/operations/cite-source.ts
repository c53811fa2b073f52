import { createHash } from 'node:crypto';
import {
  DomainError,
  localDate,
  optionalText,
  requireDocumentUrl,
  requireText,
  TEXT_LIMITS,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../builder.ts';
import type { SourceRow } from '../entities/rows.ts';
import type { Change } from './audit.ts';
import type { Transaction } from './transaction.ts';

/** Names where something is stated: a source that is there, or a new one. */
export const SourceInput = builder.inputType('SourceInput', {
  description:
    'Where something is stated [nguồn]: the id of a known source, or title and what else is known.',
  fields: (t) => ({
    id: t.id({ description: 'A known source. Error: `SOURCE_NOT_FOUND`.' }),
    title: t.string({ description: 'Title as published, 1 to 300 characters; only without id.' }),
    publisher: t.string({ description: 'Who published it, at most 200 characters.' }),
    publishedOn: t.field({ type: 'Date', description: 'When. Error: `DATE_INVALID`.' }),
    url: t.string({ description: 'The https address where it can be read, at most 500 characters.' }),
  }),
});

/** A source as an input names it, checked: one that must be there, or one that is made unless it is there. */
export type Citation = { known: string } | { made: SourceRow };

/**
 * Reads what an input says of its source. The same words name the same source, however often they are written.
 *
 * @throws {DomainError} `INPUT_INVALID` for both an id and a title, or neither; `TEXT_INVALID`, `TEXT_SENSITIVE`,
 * `DATE_INVALID`
 */
export function citationOf(input: typeof SourceInput.$inferInput, field = 'source'): Citation {
  const { id, title, publisher, publishedOn, url } = input;
  if ((id == null) === (title == null)) throw oneOfBoth(field);
  if (id != null) return { known: requireText(id, `${field}.id`, TEXT_LIMITS.name) };
  const stated = {
    title: requireText(title ?? '', `${field}.title`),
    publisher: optionalText(publisher, `${field}.publisher`, TEXT_LIMITS.name),
    publishedOn: publishedOn == null ? null : localDate(publishedOn, `${field}.publishedOn`),
    url: url == null ? null : requireDocumentUrl(url, `${field}.url`),
  };
  const digest = createHash('sha256')
    .update(JSON.stringify(Object.values(stated)))
    .digest('hex');
  return { made: { id: `cited:${digest.slice(0, 16)}`, ...stated, note: null } };
}

/** What people enter here without naming a document: this register is the source itself. */
export const OWN_REGISTER: Citation = {
  made: {
    id: 'cited:own-register',
    title: 'Nhập trực tiếp trên sổ đăng ký tổ công nghệ số cộng đồng',
    ...{ publisher: null, publishedOn: null, url: null, note: null },
  },
};

export interface Cited {
  id: string;
  /** For the audit: the source, where it was made. */
  changes: Change[];
}

/**
 * Finds the source, or makes it, by one statement.
 *
 * @throws {DomainError} `SOURCE_NOT_FOUND`
 */
export async function cite(tx: Transaction, citation: Citation, field = 'source'): Promise<Cited> {
  if ('known' in citation) {
    const found = await tx.rows(sql`
      /* citedSource */ select from source_document where id = ${citation.known}`);
    if (found.length === 0) throw sourceNotFound(citation.known, field);
    return { id: citation.known, changes: [] };
  }
  const { id, title, publisher, publishedOn, url } = citation.made;
  const made = await tx.rows(sql`
    /* citeSource */
    insert into source_document (id, title, publisher, published_on, url)
    values (${id}, ${title}, ${publisher}, ${publishedOn}::date, ${url})
    on conflict (id) do nothing returning id`);
  const change: Change = {
    ...{ entityType: 'SourceDocument', entityId: id, version: 1, before: null, reason: null },
    after: { title, publisher, publishedOn, url },
  };
  return { id, changes: made.length === 0 ? [] : [change] };
}

function sourceNotFound(id: string, field: string): DomainError {
  return new DomainError(
    'SOURCE_NOT_FOUND',
    {
      vi: `Không có nguồn nào với id ${id}; hãy ghi title để tạo nguồn mới.`,
      en: `There is no source with the id ${id}; give a title to make a new one.`,
    },
    { field: `${field}.id`, value: id },
  );
}

function oneOfBoth(field: string): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field}: hãy ghi id của nguồn đã có, hoặc title của nguồn mới, chỉ một trong hai.`,
      en: `${field}: give the id of a known source or the title of a new one, one of the two.`,
    },
    { field },
  );
}
