"""The values that flow through an audit: documents, sentences, mentions, evidence, findings."""
