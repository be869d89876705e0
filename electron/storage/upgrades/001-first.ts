import type { Upgrade } from './upgrade';

/** Hall time to the wall clock of the moment, as text in Vietnam's time: the offset is in the latest clock event. */
const WALL = (moment: string): string => `strftime('%Y-%m-%d %H:%M:%f',
    (${moment} + coalesce((SELECT json_extract(c.body, '$.wallOffset') FROM journal c
      WHERE c.type IN ('app.started', 'clock.stepped') AND c.seq <= j.seq ORDER BY c.seq DESC LIMIT 1), 0)) / 1000.0
    + 25200, 'unixepoch')`;

/**
 * The journal and what saves time beside it. `scan` and `as_run` are views, so that any SQLite reader finds the
 * attendance and the run of the day without a second place where they could differ.
 */
export const FIRST: Upgrade = {
  version: 1,
  sql: `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at REAL NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX journal_clock ON journal (seq) WHERE type IN ('app.started', 'clock.stepped');
CREATE INDEX journal_opened ON journal (seq) WHERE type = 'event.opened';
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT raise(ABORT, 'the journal only grows'); END;

CREATE TABLE snapshot (
  revision INTEGER PRIMARY KEY,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE anchor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  body TEXT NOT NULL
) STRICT;

CREATE VIEW scan AS SELECT
  j.seq AS seq,
  ${WALL("json_extract(j.body, '$.receivedAt')")} AS time,
  json_extract(j.body, '$.door') AS door,
  json_extract(j.body, '$.source') AS source,
  json_extract(j.body, '$.text') AS text,
  json_extract(j.body, '$.raw') AS raw,
  json_extract(j.body, '$.verdict') AS verdict,
  json_extract(j.body, '$.delegateId') AS delegateId,
  json_extract(j.body, '$.receivedAt') AS receivedAt
FROM journal j WHERE j.type = 'scan.judged';

CREATE VIEW as_run AS SELECT
  j.seq AS seq,
  ${WALL('j.at')} AS time,
  j.type AS type,
  json_extract(j.body, '$.segmentId') AS segmentId,
  (SELECT json_extract(s.value, '$.title') FROM json_each((SELECT o.body FROM journal o
     WHERE o.type = 'event.opened' AND o.seq < j.seq ORDER BY o.seq DESC LIMIT 1), '$.plan.segments') s
   WHERE json_extract(s.value, '$.id') = json_extract(j.body, '$.segmentId')) AS title,
  json_extract(j.body, '$.allowanceMs') AS allowanceMs,
  json_extract(j.body, '$.ms') AS ms,
  j.at AS at
FROM journal j WHERE j.type LIKE 'timer.%';
`,
};
