-- Reports as they were loaded, and the words that each holds.
CREATE TABLE report (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  file text NOT NULL,
  digest text NOT NULL,
  path text NOT NULL,
  sha256 text NOT NULL,
  title text,
  published date,
  words tsvector NOT NULL,
  document bytea NOT NULL
);
CREATE INDEX report_words ON report USING gin (words);
CREATE INDEX report_file ON report (file, digest);
CREATE INDEX report_day ON report (published);
CREATE TABLE unread (path text PRIMARY KEY, reason text NOT NULL);
