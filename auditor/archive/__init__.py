"""Archives: many reports, indexed, among which those that an article rests on are looked for."""
