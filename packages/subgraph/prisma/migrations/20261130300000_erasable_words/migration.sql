-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "actor_digest" TEXT,
ADD COLUMN     "actor_salt" UUID;
-- Entries from before this migration have none: the chain holds their sign-in in plain words. Later ones have one each.
ALTER TABLE "audit_entry" ALTER COLUMN "actor_salt" SET DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "report_edition" ADD COLUMN     "digest_version" INTEGER NOT NULL DEFAULT 2;

-- AlterTable
ALTER TABLE "report_value" ADD COLUMN     "correction_digest" TEXT,
ADD COLUMN     "correction_salt" UUID DEFAULT gen_random_uuid();

-- What Prisma's schema cannot say.

-- Who did what, and why in their words, can be erased after it was signed. What signs it holds a salted digest of them
-- in their place; it is made when they go, and the salt goes with them, so that nobody can guess what they were.
CREATE FUNCTION "salted_digest"(salt uuid, texts jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(salt::text || texts::text, 'UTF8')), 'hex')
$$;

-- Whether a text is the other one with parts of it masked, or the very same: only the mask may be new.
CREATE FUNCTION "is_masked"(new_text text, old_text text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT new_text IS NOT DISTINCT FROM old_text OR coalesce(position('[đã xóa]' IN new_text) > 0
    AND old_text LIKE replace(regexp_replace(new_text, '([\\%_])', '\\\1', 'g'), '[đã xóa]', '%'), false)
$$;

-- Whether a sign-in is the other one, or the nobody of the erasure that runs in this transaction.
CREATE FUNCTION "is_nobody"(new_actor text, old_actor text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT new_actor IS NOT DISTINCT FROM old_actor OR new_actor = 'erased#' || nullif(current_setting('cnscd.erasure', true), '')
$$;

-- ── The audit ────────────────────────────────────────────────────────────────────────────────────────────────────

-- The one change that is allowed: the sign-in goes, and its digest comes in its place.
CREATE FUNCTION "audit_entry_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."actor_salt" IS NOT NULL AND NEW."actor_salt" IS NULL
    AND NEW."tenant" = 'erased' AND NEW."actor" = nullif(current_setting('cnscd.erasure', true), '')
    AND NEW."actor_digest" = "salted_digest"(OLD."actor_salt", jsonb_build_array(OLD."tenant", OLD."actor"))
    AND to_jsonb(NEW) - '{tenant,actor,actor_salt,actor_digest}'::text[] = to_jsonb(OLD) - '{tenant,actor,actor_salt,actor_digest}'::text[]
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
DROP TRIGGER "audit_entry_append_only" ON "audit_entry";
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "audit_entry_stays"();
CREATE TRIGGER "audit_entry_not_truncated" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();

-- ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- What was locked before holds its reasons in plain words, and goes on verifying as it is.
ALTER TABLE "report_edition" DISABLE TRIGGER "report_edition_kept";
UPDATE "report_edition" SET "digest_version" = 1 WHERE "locked_at" IS NOT NULL;
ALTER TABLE "report_edition" ENABLE TRIGGER "report_edition_kept";

-- The digest of the words of a correction: of the words themselves, or as an erasure left it in their place.
CREATE FUNCTION "correction_digest"(v "report_value") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(v."correction_digest", "salted_digest"(v."correction_salt", jsonb_build_array(v."correction_reason", v."corrected_by")))
$$;

-- The digest of an edition: of every value as it stands there, and of why it was corrected, and by whom, by their own
-- digest. The columns are named, so that a later one does not change the digests of what was locked before.
CREATE OR REPLACE FUNCTION "report_digest"(of_report uuid, of_edition integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(
      v."code", v."position", v."table_code", v."table_vi", v."table_en", v."label_vi", v."label_en", v."indicator_code",
      v."measure_unit", v."aggregation", v."is_required", v."value", v."numerator", v."denominator", v."qualifier", v."origin",
      v."own", v."completeness", v."warnings", v."parts", v."is_corrected", v."corrected", v."corrected_numerator",
      v."corrected_denominator", v."corrected_from")
      || CASE e."digest_version" WHEN 1 THEN jsonb_build_array(v."correction_reason", v."corrected_by")
        ELSE jsonb_build_array("correction_digest"(v)) END
      || jsonb_build_array(extract(epoch FROM v."corrected_at"))
      ORDER BY v."code" COLLATE "C")::text, '[]'), 'UTF8')), 'hex')
  FROM "report_value" v JOIN "report_edition" e ON e."report_id" = v."report_id" AND e."number" = v."edition"
  WHERE v."report_id" = of_report AND v."edition" = of_edition
$$;

-- A locked value never changes but for the words of its correction, which an erasure may mask.
CREATE OR REPLACE FUNCTION "report_value_guard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "report_edition" e WHERE e."locked_at" IS NOT NULL AND (
    (TG_OP <> 'INSERT' AND e."report_id" = OLD."report_id" AND e."number" = OLD."edition")
    OR (TG_OP <> 'DELETE' AND e."report_id" = NEW."report_id" AND e."number" = NEW."edition"))) THEN
    IF TG_OP = 'UPDATE' THEN
      IF nullif(current_setting('cnscd.erasure', true), '') IS NOT NULL
        AND "is_masked"(NEW."correction_reason", OLD."correction_reason") AND "is_nobody"(NEW."corrected_by", OLD."corrected_by")
        AND to_jsonb(NEW) - '{correction_reason,corrected_by}'::text[] = to_jsonb(OLD) - '{correction_reason,corrected_by}'::text[]
        AND EXISTS (SELECT FROM "report_edition" e WHERE e."report_id" = OLD."report_id" AND e."number" = OLD."edition" AND e."digest_version" > 1)
      THEN
        NEW."correction_digest" := "correction_digest"(OLD);
        NEW."correction_salt" := NULL;
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'the edition of this report_value is locked';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION "report_step_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nullif(current_setting('cnscd.erasure', true), '') IS NOT NULL
    AND "is_masked"(NEW."reason", OLD."reason") AND "is_nobody"(NEW."actor", OLD."actor")
    AND to_jsonb(NEW) - '{reason,actor}'::text[] = to_jsonb(OLD) - '{reason,actor}'::text[]
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'report_step keeps who did what';
END $$;
DROP TRIGGER "report_step_kept" ON "report_step";
CREATE TRIGGER "report_step_kept" BEFORE UPDATE ON "report_step" FOR EACH ROW EXECUTE FUNCTION "report_step_kept"();
