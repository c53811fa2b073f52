-- CreateEnum
CREATE TYPE "computed_measure" AS ENUM ('VERIFIED_ACTIVITIES', 'ACTIVE_TEAMS', 'REACHED', 'ASSISTED', 'SUCCEEDED', 'TEAMS', 'MEMBERS');

-- DropForeignKey
ALTER TABLE "activity_outcome" DROP CONSTRAINT "activity_outcome_activity_id_fkey";

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "denominator_measure" "computed_measure",
ADD COLUMN     "measure" "computed_measure",
ADD COLUMN     "topic" "topic";

-- CreateTable
CREATE TABLE "kpi_delta" (
    "id" BIGSERIAL NOT NULL,
    "team_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "topic" TEXT NOT NULL,
    "activities" INTEGER NOT NULL,
    "reached" BIGINT NOT NULL,
    "assisted" BIGINT NOT NULL,
    "succeeded" BIGINT NOT NULL,
    "assisted_rated" BIGINT NOT NULL,
    "succeeded_rated" BIGINT NOT NULL,
    "reached_unknown" INTEGER NOT NULL,
    "assisted_unknown" INTEGER NOT NULL,
    "succeeded_unknown" INTEGER NOT NULL,

    CONSTRAINT "kpi_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kpi_rollup" (
    "region_id" TEXT NOT NULL,
    "is_own" BOOLEAN NOT NULL,
    "period" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "active_teams" INTEGER NOT NULL,
    "activities" INTEGER NOT NULL,
    "reached" BIGINT NOT NULL,
    "assisted" BIGINT NOT NULL,
    "succeeded" BIGINT NOT NULL,
    "assisted_rated" BIGINT NOT NULL,
    "succeeded_rated" BIGINT NOT NULL,
    "reached_unknown" INTEGER NOT NULL,
    "assisted_unknown" INTEGER NOT NULL,
    "succeeded_unknown" INTEGER NOT NULL,

    CONSTRAINT "kpi_rollup_pkey" PRIMARY KEY ("region_id","is_own","period","topic")
);

-- CreateTable
CREATE TABLE "kpi_team_period" (
    "team_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "activities" INTEGER NOT NULL,

    CONSTRAINT "kpi_team_period_pkey" PRIMARY KEY ("team_id","unit_id","period")
);

-- AddForeignKey
ALTER TABLE "activity_outcome" ADD CONSTRAINT "activity_outcome_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE NO ACTION ON UPDATE CASCADE;



-- What Prisma's schema cannot say.
--
-- Every change of what was verified appends what it adds and takes away to kpi_delta, in its own transaction and without
-- a lock on a sum; a worker folds deltas into kpi_rollup; a read adds what is pending. The functions below see to it
-- for every statement, whoever writes it. One thing they cannot see through: a statement that changes activities and
-- their outcomes, or teams and their activities, at once, in several WITH parts. Write them one after the other.

-- Deltas come and go: do not wait until a fifth of the table is dead. Sums are rewritten in place.
ALTER TABLE "kpi_delta" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
ALTER TABLE "kpi_rollup" SET (fillfactor = 70);
ALTER TABLE "kpi_team_period" SET (fillfactor = 70);

-- The five periods that a day lies in: year, half, quarter, month and ISO week.
CREATE FUNCTION "kpi_periods"("day" date) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[year, year || '-H' || (month + 5) / 6, year || '-Q' || (month + 2) / 3,
    year || '-' || lpad(month::text, 2, '0'),
    extract(isoyear FROM day)::int || '-W' || lpad(extract(week FROM day)::int::text, 2, '0')]
  FROM (SELECT extract(year FROM day)::int::text AS year, extract(month FROM day)::int AS month) AS part
$$;

-- What a verified activity, or one of its outcomes, adds (sign 1) or takes away (-1), wherever its team is.
CREATE TYPE "kpi_fact" AS (
  "team_id" uuid, "day" date, "topic" text, "activities" int, "reached" bigint, "assisted" bigint, "succeeded" bigint,
  "assisted_rated" bigint, "succeeded_rated" bigint,
  "reached_unknown" int, "assisted_unknown" int, "succeeded_unknown" int);

CREATE FUNCTION "kpi_day"("starts_at" timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
$$;

CREATE FUNCTION "kpi_held"("team_id" uuid, "starts_at" timestamptz, "sign" int)
RETURNS kpi_fact LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW(team_id, kpi_day(starts_at), '', sign, 0, 0, 0, 0, 0, 0, 0, 0)::kpi_fact
$$;

-- Stable, as the text of an enum is: called immutable, it would not be inlined.
CREATE FUNCTION "kpi_helped"("team_id" uuid, "starts_at" timestamptz, "sign" int, "topic" topic,
  "reached" int, "assisted" int, "succeeded" int)
RETURNS kpi_fact LANGUAGE sql STABLE AS $$
  SELECT ROW(team_id, kpi_day(starts_at), topic::text, sign,
    sign * coalesce(reached, 0), sign * coalesce(assisted, 0), sign * coalesce(succeeded, 0),
    sign * CASE WHEN succeeded IS NULL OR assisted IS NULL THEN 0 ELSE assisted END,
    sign * CASE WHEN succeeded IS NULL OR assisted IS NULL THEN 0 ELSE succeeded END,
    sign * (reached IS NULL)::int, sign * (assisted IS NULL)::int, sign * (succeeded IS NULL)::int)::kpi_fact
$$;

-- Plans are kept for a session: each below is the same for one row and for thousands, so that the first call may choose
-- it. Planning anew, which is the default where there are parameters, took three quarters of the time.

-- Appends facts where their teams are. The share lock makes a team that is being moved wait for us, or us for it:
-- otherwise the move would miss these facts. Teams without a unit count in no region.
CREATE FUNCTION "kpi_append"("facts" kpi_fact[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF facts IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM team
  WHERE id = ANY (ARRAY(SELECT DISTINCT team_id FROM unnest(facts))) ORDER BY id FOR SHARE;
  INSERT INTO kpi_delta (team_id, unit_id, day, topic, activities, reached, assisted, succeeded,
    assisted_rated, succeeded_rated, reached_unknown, assisted_unknown, succeeded_unknown)
  SELECT fact.team_id, team.unit_id, fact.day, fact.topic, sum(fact.activities),
    sum(fact.reached), sum(fact.assisted), sum(fact.succeeded), sum(fact.assisted_rated), sum(fact.succeeded_rated),
    sum(fact.reached_unknown), sum(fact.assisted_unknown), sum(fact.succeeded_unknown)
  FROM unnest(facts) AS fact JOIN team ON team.id = fact.team_id
  WHERE team.unit_id IS NOT NULL
  GROUP BY fact.team_id, team.unit_id, fact.day, fact.topic
  HAVING (sum(fact.activities), sum(fact.reached), sum(fact.assisted), sum(fact.succeeded), sum(fact.assisted_rated),
    sum(fact.succeeded_rated), sum(fact.reached_unknown), sum(fact.assisted_unknown), sum(fact.succeeded_unknown))
    <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
END $$;

-- Outcomes follow their activity and go before it, so that only a change of an activity takes them along.
CREATE FUNCTION "kpi_of_activity"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE facts kpi_fact[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(kpi_held(team_id, starts_at, 1)) INTO facts FROM new_row WHERE status = 'VERIFIED';
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(kpi_held(team_id, starts_at, -1)) INTO facts FROM old_row WHERE status = 'VERIFIED';
  ELSE
    WITH change AS MATERIALIZED (
      SELECT id, team_id, starts_at, sum(sign)::int AS sign
      FROM (
        SELECT id, team_id, starts_at, -1 AS sign FROM old_row WHERE status = 'VERIFIED'
        UNION ALL
        SELECT id, team_id, starts_at, 1 FROM new_row WHERE status = 'VERIFIED') AS both_ways
      GROUP BY id, team_id, starts_at HAVING sum(sign) <> 0)
    SELECT array_agg(fact) INTO facts FROM (
      SELECT kpi_held(team_id, starts_at, sign) AS fact FROM change
      UNION ALL
      SELECT kpi_helped(team_id, starts_at, sign, topic, reached, assisted, succeeded)
      FROM change JOIN activity_outcome ON activity_outcome.activity_id = change.id) AS both_kinds;
  END IF;
  PERFORM kpi_append(facts);
  RETURN NULL;
END $$;

-- Activities are locked before their status is looked at: somebody may be verifying one.
CREATE FUNCTION "kpi_of_outcome"() RETURNS trigger LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE ids uuid[]; found_count int; facts kpi_fact[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT activity_id) INTO ids FROM new_row;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT activity_id) INTO ids FROM old_row;
  ELSE
    SELECT array_agg(activity_id) INTO ids
    FROM (SELECT activity_id FROM old_row UNION SELECT activity_id FROM new_row) AS either;
  END IF;
  IF ids IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM activity WHERE id = ANY (ids) ORDER BY id FOR SHARE;
  GET DIAGNOSTICS found_count = ROW_COUNT;
  IF found_count < cardinality(ids) THEN
    RAISE EXCEPTION 'delete outcomes before their activities, by a statement of their own';
  END IF;
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(kpi_helped(team_id, starts_at, -1, topic, reached, assisted, succeeded)) INTO facts
    FROM old_row JOIN activity ON activity.id = old_row.activity_id WHERE activity.status = 'VERIFIED';
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT facts || array_agg(kpi_helped(team_id, starts_at, 1, topic, reached, assisted, succeeded)) INTO facts
    FROM new_row JOIN activity ON activity.id = new_row.activity_id WHERE activity.status = 'VERIFIED';
  END IF;
  PERFORM kpi_append(facts);
  RETURN NULL;
END $$;

-- A team that comes to another unit takes with it all that it did.
CREATE FUNCTION "kpi_of_team"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH move AS MATERIALIZED (
    SELECT id, unit_id, sum(sign)::int AS sign
    FROM (SELECT id, unit_id, -1 AS sign FROM old_row UNION ALL SELECT id, unit_id, 1 FROM new_row) AS both_ways
    WHERE unit_id IS NOT NULL
    GROUP BY id, unit_id HAVING sum(sign) <> 0),
  fact AS (
    SELECT move.unit_id, kpi_held(move.id, activity.starts_at, move.sign) AS f
    FROM move JOIN activity ON activity.team_id = move.id WHERE activity.status = 'VERIFIED'
    UNION ALL
    SELECT move.unit_id, kpi_helped(move.id, activity.starts_at, move.sign, topic, reached, assisted, succeeded)
    FROM move JOIN activity ON activity.team_id = move.id
    JOIN activity_outcome ON activity_outcome.activity_id = activity.id WHERE activity.status = 'VERIFIED')
  INSERT INTO kpi_delta (team_id, unit_id, day, topic, activities, reached, assisted, succeeded,
    assisted_rated, succeeded_rated, reached_unknown, assisted_unknown, succeeded_unknown)
  SELECT (f).team_id, unit_id, (f).day, (f).topic, sum((f).activities),
    sum((f).reached), sum((f).assisted), sum((f).succeeded), sum((f).assisted_rated), sum((f).succeeded_rated),
    sum((f).reached_unknown), sum((f).assisted_unknown), sum((f).succeeded_unknown)
  FROM fact GROUP BY (f).team_id, unit_id, (f).day, (f).topic;
  RETURN NULL;
END $$;

CREATE TRIGGER "activity_kpi_insert" AFTER INSERT ON "activity" REFERENCING NEW TABLE AS new_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_activity"();
CREATE TRIGGER "activity_kpi_update" AFTER UPDATE ON "activity" REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_activity"();
CREATE TRIGGER "activity_kpi_delete" AFTER DELETE ON "activity" REFERENCING OLD TABLE AS old_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_activity"();
CREATE TRIGGER "activity_outcome_kpi_insert" AFTER INSERT ON "activity_outcome" REFERENCING NEW TABLE AS new_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_outcome"();
CREATE TRIGGER "activity_outcome_kpi_update" AFTER UPDATE ON "activity_outcome"
  REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_outcome"();
CREATE TRIGGER "activity_outcome_kpi_delete" AFTER DELETE ON "activity_outcome" REFERENCING OLD TABLE AS old_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_outcome"();
CREATE TRIGGER "team_kpi_update" AFTER UPDATE ON "team" REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_team"();

-- Beside its own sums a region has those of the other units that lie wholly in it: they follow when these change. Under
-- the lock of the fold (20261123), which writes the same rows.
CREATE FUNCTION "kpi_rescope"("regions" text[], "units" text[], "sign" int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF regions IS NULL THEN RETURN; END IF;
  INSERT INTO kpi_rollup AS sums (region_id, is_own, period, topic, active_teams, activities, reached, assisted,
    succeeded, assisted_rated, succeeded_rated, reached_unknown, assisted_unknown, succeeded_unknown)
  SELECT scope.region_id, false, own.period, own.topic, sign * sum(own.active_teams), sign * sum(own.activities),
    sign * sum(own.reached), sign * sum(own.assisted), sign * sum(own.succeeded),
    sign * sum(own.assisted_rated), sign * sum(own.succeeded_rated),
    sign * sum(own.reached_unknown), sign * sum(own.assisted_unknown), sign * sum(own.succeeded_unknown)
  FROM unnest(regions, units) AS scope (region_id, unit_id)
  JOIN kpi_rollup own ON own.region_id = scope.unit_id AND own.is_own
  GROUP BY scope.region_id, own.period, own.topic
  ORDER BY scope.region_id, own.period, own.topic
  ON CONFLICT (region_id, is_own, period, topic) DO UPDATE SET
    active_teams = sums.active_teams + excluded.active_teams,
    activities = sums.activities + excluded.activities,
    reached = sums.reached + excluded.reached,
    assisted = sums.assisted + excluded.assisted,
    succeeded = sums.succeeded + excluded.succeeded,
    assisted_rated = sums.assisted_rated + excluded.assisted_rated,
    succeeded_rated = sums.succeeded_rated + excluded.succeeded_rated,
    reached_unknown = sums.reached_unknown + excluded.reached_unknown,
    assisted_unknown = sums.assisted_unknown + excluded.assisted_unknown,
    succeeded_unknown = sums.succeeded_unknown + excluded.succeeded_unknown;
  DELETE FROM kpi_rollup WHERE region_id = ANY (regions) AND NOT is_own
    AND (active_teams, activities, reached, assisted, succeeded, assisted_rated, succeeded_rated, reached_unknown,
      assisted_unknown, succeeded_unknown) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
END $$;

CREATE FUNCTION "kpi_of_scope"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE regions text[]; units text[];
BEGIN
  PERFORM pg_advisory_xact_lock(20261123);
  IF TG_OP <> 'INSERT' THEN
    SELECT array_agg(region_id), array_agg(unit_id) INTO regions, units FROM old_row
    WHERE containment = 'WHOLE' AND unit_id <> region_id AND unit_id IN (SELECT region_id FROM kpi_rollup WHERE is_own);
    PERFORM kpi_rescope(regions, units, -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(region_id), array_agg(unit_id) INTO regions, units FROM new_row
    WHERE containment = 'WHOLE' AND unit_id <> region_id AND unit_id IN (SELECT region_id FROM kpi_rollup WHERE is_own);
    PERFORM kpi_rescope(regions, units, 1);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "unit_scope_kpi_insert" AFTER INSERT ON "unit_scope" REFERENCING NEW TABLE AS new_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_scope"();
CREATE TRIGGER "unit_scope_kpi_update" AFTER UPDATE ON "unit_scope"
  REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_scope"();
CREATE TRIGGER "unit_scope_kpi_delete" AFTER DELETE ON "unit_scope" REFERENCING OLD TABLE AS old_row
  FOR EACH STATEMENT EXECUTE FUNCTION "kpi_of_scope"();

-- What was verified before.
SELECT kpi_append(array_agg(fact)) FROM (
  SELECT kpi_held(team_id, starts_at, 1) AS fact FROM activity WHERE status = 'VERIFIED'
  UNION ALL
  SELECT kpi_helped(team_id, starts_at, 1, topic, reached, assisted, succeeded)
  FROM activity JOIN activity_outcome ON activity_outcome.activity_id = activity.id WHERE status = 'VERIFIED') AS verified;
