// Saving: the waiver file, the log, and what is copied to the clipboard.

function clean(text) {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, " ");
}

/** A TOML basic string: JSON's escapes are TOML's, once control characters are gone. */
function quoted(text) {
  return JSON.stringify(clean(text));
}

/** What the command line looks for beside the article, but for characters no file should have. */
function stem() {
  const name = document.body.dataset.path.split("/").pop();
  return name.replace(/\.[^.]*$/, "").replace(/[\p{Cc}\p{Cf}\\:*?"<>|]+/gu, "-") || "article";
}

function waiverFile() {
  const lines = [
    "# Findings that an editor has decided to let stand; see reports/README.md for the form.",
    "version = 1",
    `article = ${quoted(document.body.dataset.path)}`,
    `article_sha256 = ${quoted(document.body.dataset.sha256)}`,
  ];
  for (const card of findings) {
    const decision = decisions.get(card.id);
    if (!decision || stateOf(card) !== "waived") continue;
    const sentence = card.dataset.sentence && proofs.get(card.dataset.sentence);
    lines.push(
      "",
      "[[waiver]]",
      `fingerprint = ${quoted(card.dataset.fingerprint)}`,
      `decision = ${quoted(decision.kind)}`,
      `reason = ${quoted(decision.reason)}`,
      `initials = ${quoted(decision.signed || initials)}`,
      `decided = ${decision.at.slice(0, 10)}`,
      `rule = ${quoted(card.dataset.rule)}`,
      `text = ${quoted(card.dataset.text)}`,
      `sentence = ${quoted(sentence ? sentence.querySelector(".claim").textContent : "")}`,
      `expected = ${quoted(card.dataset.inPlace)}`,
      `passages = ${JSON.stringify(card.dataset.passages.split(" ").filter(Boolean))}`,
    );
    if (decision.until) lines.push(`until = ${decision.until}`);
  }
  return `${lines.join("\n")}\n`;
}

function logFile() {
  const { path, title, signature } = document.body.dataset;
  const head = [
    `# Decisions on ${clean(title)} (${clean(path)})`,
    `# ${clean(signature)}`,
    ["time", "initials", "decision", "finding", "rule", "words", "reason", "fingerprint"].join("\t"),
  ];
  const rows = log.map(({ id, kind, reason, by, at }) => {
    const { rule, text, fingerprint } = cards.get(id).dataset;
    return [at, by || initials, kind, id, rule, text, reason, fingerprint].map(clean).join("\t");
  });
  return `${[...head, ...rows].join("\n")}\n`;
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function saveRecord(name, text) {
  save(name, text);
  saved = true;
  keep();
}

/** Waivers need a reason and a signature; name what lacks one and save nothing. */
function saveWaivers() {
  const unsigned = [...decisions].filter(([, decision]) => missing(decision).length);
  $("unsigned").replaceChildren(
    ...unsigned.map(([id, decision]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = `“${cards.get(id).dataset.text.slice(0, 60)}” needs ${missing(decision).join(" and ")}`;
      item.append(link);
      return item;
    }),
  );
  if (!unsigned.length) saveRecord(`${stem()}.waivers.toml`, waiverFile());
}

async function copy(button, card) {
  const text =
    button.dataset.copy === "note" ? card.dataset.note : card.querySelector(".act").dataset.expected;
  const done = await copied(text);
  const label = button.textContent;
  button.textContent = done ? "Copied" : "Could not copy";
  say(button.textContent);
  setTimeout(() => {
    button.textContent = label;
    say(placeOf(now.finding));
  }, 1500);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy"); // a file opened from disk may have no clipboard
    field.remove();
    return done;
  }
}

$("review").addEventListener("click", () => $("decisions").showModal());
$("save-waivers").addEventListener("click", saveWaivers);
$("save-log").addEventListener("click", () => saveRecord(`${stem()}.decisions.log`, logFile()));
$("unsigned").addEventListener("click", () => $("decisions").close());
$("decisions").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.target.blur();
});
addEventListener("beforeunload", (event) => {
  if (!saved) event.preventDefault();
});
