import type { ExportKind } from '@cnscd/domain';
import type { Context } from '../context.ts';
import { requireSignedIn } from '../permissions/sign-in.ts';
import { type FilterShape, type FiltersOf, readFilters } from './export-filters.ts';
import type { ExportTable } from './export-table.ts';
import type { RowLimit } from './row-limit.ts';

interface Definition<Shape extends FilterShape> {
  kind: ExportKind;
  /**
   * PUBLIC: everybody has it, each sees in it what is theirs to see. SCOPED: for those who have signed in, because it
   * tells of people and of what a team has inside; each such export is recorded.
   */
  access: 'PUBLIC' | 'SCOPED';
  filters: Shape;
  /** Filters that make it smaller, the most usual first: what to use where it is too large. */
  narrowedBy: readonly [keyof NoInfer<Shape> & string, ...(keyof NoInfer<Shape> & string)[]];
  read(ctx: Context, filters: FiltersOf<NoInfer<Shape>>, limit: RowLimit): Promise<ExportTable>;
}

/** An export that is ready to be read from the parameters of an address or of a command. */
export interface Export {
  kind: ExportKind;
  access: 'PUBLIC' | 'SCOPED';
  filterNames: readonly string[];
  /**
   * @throws {DomainError} `INPUT_INVALID`, `EXPORT_TOO_LARGE`; `SIGN_IN_REQUIRED` and its like for what is SCOPED; and
   * what the query of the same list throws
   */
  read(
    ctx: Context,
    given: Readonly<Record<string, string>>,
    most: Omit<RowLimit, 'narrowBy'>,
  ): Promise<ExportTable>;
}

export function defineExport<Shape extends FilterShape>(definition: Definition<Shape>): Export {
  const { kind, access, filters, narrowedBy, read } = definition;
  return {
    kind,
    access,
    filterNames: Object.keys(filters),
    async read(ctx, given, most) {
      if (access === 'SCOPED') await requireSignedIn(ctx);
      const asked = readFilters(filters, given);
      const narrowBy = narrowedBy.find((name) => asked[name] === null) ?? narrowedBy[0];
      return read(ctx, asked, { ...most, narrowBy });
    },
  };
}
