import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  type BenefitProgramme,
  BenefitProgrammesDocument,
  type BenefitProgrammesVariables,
  type FundingRule,
  FundingRulesDocument,
  type Material,
  MaterialsDocument,
  type OperatingModel,
  OperatingModelsDocument,
  type Training,
  TrainingsDocument,
} from '../generated/operations.ts';

/** The unit that bears `unitCode` on `asOf`, today by default. */
export type UnitOnDay = BenefitProgrammesVariables;

/** What supports the teams of a unit. Each list is whole, at most 200 long. Error of all: `UNIT_NOT_FOUND`. */
export interface Programmes {
  /** Ways of working that teams invented, and how many copied them. */
  operatingModels(unit: UnitOnDay, options?: RequestOptions): Promise<OperatingModel[]>;
  /** What a team or a person may be paid, in force on the day; amounts in đồng. */
  fundingRules(unit: UnitOnDay, options?: RequestOptions): Promise<FundingRule[]>;
  /** Grants in kind, such as free mobile data for core members. */
  benefits(unit: UnitOnDay, options?: RequestOptions): Promise<BenefitProgramme[]>;
  /** Clips, infographics and guides. */
  materials(unit: UnitOnDay, options?: RequestOptions): Promise<Material[]>;
  /** Training and who gives it. */
  trainings(unit: UnitOnDay, options?: RequestOptions): Promise<Training[]>;
}

export function programmesOf({ query: send }: Connection): Programmes {
  return {
    operatingModels: async (unit, options) =>
      (await send(OperatingModelsDocument, unit, options)).operatingModels,
    fundingRules: async (unit, options) => (await send(FundingRulesDocument, unit, options)).fundingRules,
    benefits: async (unit, options) =>
      (await send(BenefitProgrammesDocument, unit, options)).benefitProgrammes,
    materials: async (unit, options) => (await send(MaterialsDocument, unit, options)).materials,
    trainings: async (unit, options) => (await send(TrainingsDocument, unit, options)).trainings,
  };
}
