-- What people call a feedback on the telephone and on paper: the year in which it came, and a running number.

CREATE SEQUENCE feedback_number;

ALTER TABLE feedback ADD COLUMN number text;

UPDATE feedback SET number = numbered.number
FROM (
  SELECT id, to_char(received_at AT TIME ZONE 'Europe/Helsinki', 'YYYY') || '-' || row_number() OVER (ORDER BY received_at, id) AS number FROM feedback
) AS numbered
WHERE numbered.id = feedback.id;

SELECT setval('feedback_number', (SELECT count(*) FROM feedback) + 1, false);

ALTER TABLE feedback ALTER COLUMN number SET NOT NULL, ADD CONSTRAINT feedback_number_once UNIQUE (number);
