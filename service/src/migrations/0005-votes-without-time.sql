-- What was kept so that a vote sent twice gets one receipt had the UUID that its device made, in clear, and an exact time: beside
-- the order of the votes it told who had chosen what. From here on its key is an HMAC under the key of the ballot, its time is
-- sealed under that, and the row has the day alone. What was kept before cannot be brought to that without the key, and goes. A
-- vote that is sent again after that takes the place of its voter's vote, and still counts once.

DELETE FROM idempotency WHERE receipt ? 'ballot';

-- The first vote's moment, as its day in Finland.
UPDATE voting_round SET frozen_at = (frozen_at AT TIME ZONE 'Europe/Helsinki')::date::timestamp AT TIME ZONE 'UTC';
