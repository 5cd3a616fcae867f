-- Who holds which word, as lists: a row a word and segment. A segment is of reports that were
-- written, or merged, together; what was deleted since is noted, and leaves the lists at a merger.
CREATE TABLE segment (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reports integer[]);
CREATE TABLE posting (
  word text NOT NULL,
  segment bigint NOT NULL,
  reports integer[] NOT NULL,
  PRIMARY KEY (word, segment)
);
CREATE INDEX posting_segment ON posting (segment);
CREATE TABLE deleted (report integer PRIMARY KEY);
INSERT INTO segment (reports) SELECT array_agg(number) FROM report GROUP BY number / 5000;
INSERT INTO posting
SELECT lexeme, segment.number, array_agg(report.number)
FROM segment
JOIN report ON report.number = ANY (segment.reports)
CROSS JOIN unnest(report.words)
GROUP BY lexeme, segment.number;
ALTER TABLE report DROP COLUMN words;
