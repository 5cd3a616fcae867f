// Decisions: kept in this page alone until they are saved as a waiver file and a log.

const decisions = new Map();
const log = [];
let initials = "";
let saved = true;

for (const card of findings) {
  const act = $("act-template").content.cloneNode(true);
  for (const option of all("input[type=radio]", act)) option.name = `decision-${card.id}`;
  const place = card.querySelector(".act");
  if (!("expected" in place.dataset)) act.querySelector("[data-copy=expected]").remove();
  place.append(act);
  recall(card);
  place.addEventListener("change", () => decide(card));
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button, card);
  });
}

/** A finding that came with a waiver is decided already, by whoever signed it. */
function recall(card) {
  const { decision: kind, reason, signed, decided: at, until } = card.dataset;
  if (!kind) return;
  decisions.set(card.id, { kind, reason, signed, at, until });
  card.querySelector(`input[type=radio][value="${kind}"]`).checked = true;
  card.querySelector(".reason").value = reason;
}

function decide(card) {
  const kind = card.querySelector("input[type=radio]:checked").value;
  const reason = card.querySelector(".reason").value.trim();
  const before = decisions.get(card.id);
  if (!kind && !before) return;
  if (before && before.kind === kind && before.reason === reason) return;
  const decision = { kind, reason, initials, at: new Date().toISOString() };
  if (kind) decisions.set(card.id, decision);
  else decisions.delete(card.id);
  log.push({ card, ...decision, kind: kind || "reopened" });
  saved = false;
  redraw();
}

function missing(decision) {
  const lacks = [];
  if (decision.kind !== "fixed" && !decision.reason) lacks.push("a reason");
  if (!decision.signed && !initials) lacks.push("initials");
  return lacks;
}

function redraw() {
  const tally = { accepted: 0, dismissed: 0, fixed: 0 };
  for (const card of findings) {
    const decision = decisions.get(card.id);
    if (decision) tally[decision.kind] += 1;
    card.dataset.decision = decision ? decision.kind : "";
    card.querySelector(".kind").dataset.state = card.dataset.decision;
    for (const mark of marks.get(card.id) || []) {
      const ids = mark.dataset.findings.split(" ");
      mark.classList.toggle("decided", ids.every((id) => decisions.has(id)));
    }
    const lacks = decision ? missing(decision) : [];
    card.querySelector(".missing").textContent = lacks.length ? `Needs ${lacks.join(" and ")}.` : "";
  }
  for (const [kind, count] of Object.entries(tally)) {
    document.querySelector(`[data-tally=${kind}]`).textContent = count;
  }
  document.querySelector("[data-tally=open]").textContent = findings.length - decisions.size;
  $("decided").textContent = `${decisions.size}/${findings.length}`;
}

for (const field of all("input.initials")) {
  field.addEventListener("input", () => {
    initials = field.value.trim();
    for (const other of all("input.initials")) if (other !== field) other.value = field.value;
    redraw();
  });
}

function choose(kind) {
  const card = cards.get(now.finding);
  if (!card) return say("Select a mark");
  card.querySelector(`input[type=radio][value="${kind}"]`).checked = true;
  decide(card);
  const field = !kind || kind === "fixed" ? null : card.querySelector(".reason");
  return field && !field.value ? field.focus() : undefined;
}

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
    if (!decision || decision.kind === "fixed") continue;
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
  const rows = log.map(({ card, kind, reason, initials: by, at }) => {
    const { rule, text, fingerprint } = card.dataset;
    return [at, by || initials, kind, card.id, rule, text, reason, fingerprint].map(clean).join("\t");
  });
  return `${[...head, ...rows].join("\n")}\n`;
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  saved = true;
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
  if (!unsigned.length) save(`${stem()}.waivers.toml`, waiverFile());
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
$("save-log").addEventListener("click", () => save(`${stem()}.decisions.log`, logFile()));
$("unsigned").addEventListener("click", () => $("decisions").close());
redraw();
addEventListener("beforeunload", (event) => {
  if (!saved) event.preventDefault();
});
