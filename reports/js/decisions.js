// Decisions: kept in this tab until it closes, and saved as a waiver file and a log.

const decisions = new Map();
const changed = new Map(); // what was decided or reopened here, by fingerprint, for a reload
const log = [];
const place = `audit ${document.body.dataset.sha256}`;
let initials = "";
let saved = true;
let kept = true;

for (const card of findings) {
  const act = $("act-template").content.cloneNode(true);
  for (const option of all("input[type=radio]", act)) option.name = `decision-${card.id}`;
  const own = card.querySelector(".act");
  if (!("expected" in own.dataset)) act.querySelector("[data-copy=expected]").remove();
  if (!("start" in own.dataset)) act.querySelector(".correct").remove();
  own.append(act);
  if (card.dataset.decision) recall(card);
  own.addEventListener("change", () => decide(card));
  own.addEventListener("keydown", (event) => leave(event, card));
  own.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button, card);
  });
}

/** A finding that came with a waiver is decided already, by whoever signed it. */
function recall(card) {
  const { decision: kind, reason, signed, decided: at, until } = card.dataset;
  put(card, { kind, reason, signed, at, until });
}

/** Show a decision; one of the kind "" leaves the finding open. */
function put(card, decision) {
  if (decision.kind) decisions.set(card.id, decision);
  else decisions.delete(card.id);
  card.querySelector(`input[type=radio][value="${decision.kind}"]`).checked = true;
  card.querySelector(".reason").value = decision.reason || "";
}

/** Enter in a field keeps what it holds and leaves it, for what is still missing. */
function leave(event, card) {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input[type=text]")) return;
  event.preventDefault();
  event.stopPropagation();
  decide(card);
  const next = event.target.matches(".reason") && !initials && lacks(card).includes("initials");
  (next ? card.querySelector(".initials") : card).focus();
}

function decide(card) {
  const kind = card.querySelector("input[type=radio]:checked").value;
  const reason = card.querySelector(".reason").value.trim();
  const before = decisions.get(card.id);
  if (!kind && !before) return;
  if (before && before.kind === kind && before.reason === reason) return;
  const decision = { kind, reason, at: new Date().toISOString() };
  note(card, decision);
  if (kind === "corrected") for (const rival of rivals(card)) reopen(rival);
  redraw();
}

function note(card, decision) {
  put(card, decision);
  changed.set(card.dataset.fingerprint, decision);
  log.push({ id: card.id, by: initials, ...decision, kind: decision.kind || "reopened" });
  saved = false;
  keep();
}

/** Only one of two corrections of the same words can stand. */
function reopen(card) {
  const decision = decisions.get(card.id);
  if (!decision || decision.kind !== "corrected") return;
  note(card, { kind: "", reason: decision.reason, at: new Date().toISOString() });
}

function missing(decision) {
  if (decision.kind === "corrected" || decision.kind === "fixed") return [];
  const wanted = [];
  if (!decision.reason) wanted.push("a reason");
  if (!decision.signed && !initials) wanted.push("initials");
  return wanted;
}

function lacks(card) {
  return decisions.has(card.id) ? missing(decisions.get(card.id)) : [];
}

/** What a finding counts as: its severity, or what was decided of it. */
function stateOf(card) {
  const decision = decisions.get(card.id);
  if (!decision) return card.dataset.severity;
  return decision.kind === "accepted" || decision.kind === "dismissed" ? "waived" : "corrected";
}

function redraw() {
  const tally = { corrected: 0, fixed: 0, accepted: 0, dismissed: 0, open: 0 };
  for (const card of findings) {
    const decision = decisions.get(card.id);
    tally[decision ? decision.kind : "open"] += 1;
    card.dataset.decision = decision ? decision.kind : "";
    card.querySelector(".kind").dataset.state = decision ? stateOf(card) : "";
    for (const mark of marks.get(card.id) || []) {
      const ids = mark.dataset.findings.split(" ");
      mark.classList.toggle("decided", ids.every((id) => decisions.has(id)));
    }
    const status = card.querySelector(".missing");
    status.textContent = remark(decision);
    status.classList.toggle("due", lacks(card).length > 0);
  }
  for (const [kind, count] of Object.entries(tally)) {
    document.querySelector(`[data-tally=${kind}]`).textContent = count;
  }
  $("decided").textContent = `${decisions.size}/${findings.length}`;
  recount();
  redrawCorrections(tally.corrected);
  if (filtering()) refilter();
}

function remark(decision) {
  if (!decision || decision.signed) return "";
  const wanted = missing(decision);
  if (wanted.length) return `Needs ${wanted.join(" and ")}.`;
  const until = `kept until this ${kept ? "tab" : "page"} closes`;
  if (decision.kind === "corrected") return `For the export under Decisions; ${until}.`;
  return `To be saved under Decisions; ${until}.`;
}

const counts = all(".count[data-count]");

/** The top line says what is left; its words are those of the command line. */
function recount() {
  const now = { error: 0, warning: 0, note: 0, waived: 0, known: 0, corrected: 0 };
  for (const card of findings) now[stateOf(card)] += 1;
  for (const button of counts) {
    const { value, count } = button.dataset;
    button.textContent = told(value, now[value], Number(count));
    button.dataset.left = now[value];
    button.disabled = !now[value];
    while (button.nextSibling) button.nextSibling.remove();
    if (button.textContent) button.after(", ");
    button.parentElement.hidden = !button.textContent;
  }
  const top = $("top");
  const unchecked = $("problems") !== null;
  const state = now.error ? "stop" : unchecked ? "open" : now.warning ? "read" : settled(now);
  top.className = `top ${state}`;
  $("advice").textContent = top.querySelector("h1").dataset[state];
}

function settled(now) {
  if (now.corrected) return "mended";
  if (now.known) return "known";
  return now.waived ? "settled" : "clear";
}

function told(state, number, total) {
  const plural = number === 1 ? "" : "s";
  if (["waived", "known", "corrected"].includes(state)) return number ? `${number} ${state}` : "";
  if (number === total) return total || state !== "note" ? `${number || "no"} ${state}${plural}` : "";
  return `${number || "no"} ${state}${plural} left`;
}

for (const field of all("input.initials")) {
  field.addEventListener("input", () => {
    sign(field.value);
    keep();
    redraw();
  });
}

function sign(text) {
  initials = text.trim();
  for (const field of all("input.initials")) if (field !== document.activeElement) field.value = text;
}

function choose(kind) {
  const card = cards.get(now.finding);
  if (!card) return say("Select a mark");
  const option = card.querySelector(`input[type=radio][value="${kind}"]`);
  if (!option) return say("No correction surely fits");
  if (option.disabled) return say("Already corrected");
  option.checked = true;
  decide(card);
  const field = kind === "accepted" || kind === "dismissed" ? card.querySelector(".reason") : null;
  return field && !field.value ? field.focus() : undefined;
}

/** Keep decisions for a reload of this tab; some browsers keep nothing for a file. */
function keep() {
  try {
    sessionStorage.setItem(place, JSON.stringify({ initials, saved, changed: [...changed], log }));
  } catch {
    kept = false;
    $("kept").textContent = "They live in this page alone; the saved file is the record.";
  }
}

function restore() {
  let before = null;
  try {
    before = JSON.parse(sessionStorage.getItem(place));
  } catch {
    kept = false;
  }
  if (!before) return;
  const known = new Map(findings.map((card) => [card.dataset.fingerprint, card]));
  sign(before.initials);
  saved = before.saved;
  for (const [fingerprint, decision] of before.changed) {
    const card = known.get(fingerprint);
    if (!card || !card.querySelector(`input[type=radio][value="${decision.kind}"]`)) continue;
    changed.set(fingerprint, decision);
    put(card, decision);
  }
  log.push(...before.log.filter((row) => cards.has(row.id)));
}
