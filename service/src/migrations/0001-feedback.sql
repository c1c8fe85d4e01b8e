-- What residents send. A photo is in the database: it is stored, and erased, in one transaction with its feedback, and
-- every process sees it.

CREATE TABLE feedback (
  id uuid PRIMARY KEY,
  -- HMAC of the receipt code under a key outside the database: who reads the database cannot open a status with it.
  code_hash bytea NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  due_on date,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'in-handling', 'answered', 'registry', 'closed')),
  topic text NOT NULL,
  -- The topic's name as it was when the feedback came: a topic may be renamed or removed.
  topic_name jsonb NOT NULL,
  about text,
  -- NULL once it has been erased.
  message text,
  place jsonb,
  answers jsonb,
  name text,
  email text,
  phone text,
  answer_by text NOT NULL CHECK (answer_by IN ('none', 'code', 'email', 'phone')),
  may_publish boolean NOT NULL,
  language text NOT NULL,
  -- Why it may be spam: a list of codes. Such feedback waits for a person's eye like any other, and is never refused.
  suspicion jsonb NOT NULL DEFAULT '[]',
  reply text,
  reason text,
  case_number text
);

CREATE INDEX feedback_by_arrival ON feedback (received_at, id);

CREATE TABLE feedback_photo (
  feedback_id uuid NOT NULL REFERENCES feedback ON DELETE CASCADE,
  position int NOT NULL,
  -- The media type of its bytes.
  type text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (feedback_id, position)
);

-- One row for each submission that was stored, written in the same transaction.
CREATE TABLE idempotency (
  key uuid PRIMARY KEY,
  -- HMAC of what a person wrote, photos included.
  fingerprint bytea NOT NULL,
  -- The answer that was given, without the receipt code, which is derived anew.
  receipt jsonb NOT NULL,
  stored_at timestamptz NOT NULL
);

-- Proofs of work that were used, until they expire.
CREATE TABLE spent_proof (
  challenge bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
