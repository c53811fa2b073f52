import type { ProvinceRows } from './province-rows.ts';
import type { Table } from './write-rows.ts';

type Section = keyof ProvinceRows;

/** How a section is kept: FACT keeps what was stated before, KEPT stays when a file drops it, LISTED goes with it. */
export type Keeping = 'FACT' | 'KEPT' | 'LISTED';

/** Sections in the order in which they are written: what is referred to comes first. */
export const SECTIONS: readonly { section: Section; table: Table; keeping: Keeping }[] = [
  {
    section: 'sources',
    table: table('source_document', 'id', 'title publisher published_on url note'),
    keeping: 'KEPT',
  },
  {
    section: 'villages',
    table: table(
      'admin_unit',
      'id',
      'name full_name kind level parent_id valid_to aliases search_text is_synthetic source_id',
    ),
    keeping: 'KEPT',
  },
  {
    section: 'decisions',
    table: table('founding_decision', 'id', 'number title issuer issued_on effective_on unit_id source_id'),
    keeping: 'KEPT',
  },
  {
    section: 'targets',
    table: table(
      'target',
      'code',
      'indicator_code unit_id level period comparator value measure_unit readings statement source_id',
    ),
    keeping: 'FACT',
  },
  {
    section: 'figures',
    table: table(
      'reported_figure',
      'fact_key',
      `unit_id indicator_code level team_kind value value_max numerator denominator qualifier as_of period
       stated_change target_code statement source_id`,
    ),
    keeping: 'FACT',
  },
  {
    section: 'rules',
    table: table(
      'team_rule',
      'code',
      'unit_id level team_kind requirement min max affiliation severity valid_from valid_to statement source_id',
    ),
    keeping: 'LISTED',
  },
  // Adoptions before models when withdrawn, after them when written: see writeSections.
  {
    section: 'models',
    table: table(
      'operating_model',
      'code',
      'name aliases place unit_id initiator approved_by evaluation description source_id',
    ),
    keeping: 'LISTED',
  },
  {
    section: 'adoptions',
    table: table('model_adoption', 'model_code unit_id as_of', 'adopted total source_id'),
    keeping: 'LISTED',
  },
  {
    section: 'materials',
    table: table('material', 'code', 'title topics formats language owners year unit_id source_id'),
    keeping: 'LISTED',
  },
  {
    section: 'funding',
    table: table(
      'funding_rule',
      'code',
      'unit_id basis amount_vnd is_maximum top_up_factor purpose valid_from valid_to statement source_id',
    ),
    keeping: 'LISTED',
  },
  {
    section: 'benefits',
    table: table(
      'benefit_programme',
      'code',
      'unit_id name providers min_recipients_per_team items_per_team eligible valid_from statement source_id',
    ),
    keeping: 'LISTED',
  },
  {
    section: 'trainings',
    table: table('training', 'code', 'unit_id title partners topics as_of statement source_id'),
    keeping: 'LISTED',
  },
];

function table(name: string, key: string, others: string): Table {
  const keys = key.split(' ');
  return { name, key: keys, columns: [...keys, ...others.split(/\s+/)] };
}
