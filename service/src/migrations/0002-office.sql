-- The city's side: who may do what, what was done, and what of a message is public.

ALTER TABLE feedback
  ADD COLUMN contact_erased_at timestamptz,
  ADD COLUMN erased_at timestamptz,
  -- As the city published it: with the sender's permission, and without what tells who somebody is.
  ADD COLUMN published_text text,
  ADD COLUMN published_at timestamptz,
  ADD CONSTRAINT published_with_permission CHECK (published_text IS NULL OR may_publish),
  ADD CONSTRAINT published_whole CHECK ((published_text IS NULL) = (published_at IS NULL)),
  ADD CONSTRAINT erased_whole CHECK (erased_at IS NULL OR (
    message IS NULL AND place IS NULL AND answers IS NULL AND name IS NULL AND email IS NULL AND phone IS NULL
    AND about IS NULL AND reply IS NULL AND reason IS NULL AND case_number IS NULL AND published_text IS NULL
  ));

CREATE INDEX feedback_waiting ON feedback (due_on, received_at) WHERE state IN ('received', 'in-handling');
CREATE INDEX feedback_published ON feedback (published_at) WHERE published_at IS NOT NULL;

CREATE TABLE office_token (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  -- SHA-256 of the token, which is 256 random bits.
  hash text NOT NULL UNIQUE,
  scopes jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE office_session (
  hash text PRIMARY KEY,
  token_id int NOT NULL REFERENCES office_token,
  -- What this person searches for, which may be a name: it stands in no address, and goes with the session.
  search text,
  expires_at timestamptz NOT NULL
);

-- Every view, export, change and erasure of personal data. It holds none itself, and outlives what it tells of.
CREATE TABLE office_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- The name of a token, or of the command that did it.
  actor text NOT NULL,
  action text NOT NULL,
  -- The message, where it is about one.
  feedback_id uuid,
  detail jsonb NOT NULL
);

CREATE INDEX office_log_of_message ON office_log (feedback_id, id) WHERE feedback_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER office_log_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON office_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
