-- Votes. Who voted and what was chosen meet in no column but `voter`, which nobody reads without the key of the ballot, kept in
-- a file outside the database and destroyed after the time for appeals. No vote has a time, or the UUID that its device made.

-- A ballot from its first vote on.
CREATE TABLE voting_round (
  ballot text PRIMARY KEY,
  -- What may not change any more, and the document that had it.
  rules_version text NOT NULL,
  rules text NOT NULL,
  document text NOT NULL,
  closes_at timestamptz NOT NULL,
  frozen_at timestamptz NOT NULL,
  -- HMAC of nothing under the key of the ballot: two processes with two keys would count one person twice.
  key_check bytea NOT NULL,
  key_destroyed_at timestamptz,
  -- Set when the votes are first looked at after closing: none comes in afterwards, whatever a clock says.
  closed_at timestamptz,
  -- When what is counted last changed after closing.
  counted_at timestamptz
);

CREATE TABLE vote (
  ballot text NOT NULL REFERENCES voting_round,
  -- HMAC of who voted; NULL once the key has been destroyed.
  voter bytea,
  choices jsonb NOT NULL,
  receipt text NOT NULL,
  -- The voter's own, where the city's login or her code says it.
  area text,
  -- One current vote of each voter.
  UNIQUE (ballot, voter)
);

-- What the city enters from paper, or for people whom it helps.
CREATE TABLE vote_batch (
  id uuid PRIMARY KEY,
  ballot text NOT NULL REFERENCES voting_round,
  channel text NOT NULL CHECK (channel IN ('paper', 'assisted')),
  place text NOT NULL,
  area text,
  voters int NOT NULL CHECK (voters >= 0),
  spoiled int NOT NULL CHECK (spoiled >= 0),
  -- Single votes, or what each project got where only that is known.
  votes jsonb,
  totals jsonb,
  -- The name of a token.
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL,
  withdrawn_by text,
  withdrawn_at timestamptz,
  reason text,
  CHECK ((votes IS NULL) <> (totals IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (reason IS NULL))
);

CREATE INDEX vote_batch_of_ballot ON vote_batch (ballot, entered_at, id);

-- Personal codes, as HMAC under a key outside the database. Whether one was used stands nowhere.
CREATE TABLE vote_code (
  ballot text NOT NULL,
  hash bytea NOT NULL,
  area text,
  PRIMARY KEY (ballot, hash)
);
