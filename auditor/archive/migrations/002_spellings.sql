-- Every word once, with its trigrams, for names that are spelt otherwise.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE word (word text PRIMARY KEY);
INSERT INTO word SELECT word FROM ts_stat('SELECT words FROM report');
CREATE INDEX word_trigrams ON word USING gin (word gin_trgm_ops);
