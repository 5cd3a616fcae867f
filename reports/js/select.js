// Selecting: a sentence or one of its findings; its proof and its passage come into view.

const now = { sentence: "", finding: "", passage: null };

function select(sentenceId, findingId = "", { focus = true, scroll = true, keep = false } = {}) {
  const proof = proofs.get(sentenceId);
  now.sentence = sentenceId;
  now.finding = findingId;
  for (const node of all(".current")) node.classList.remove("current");
  root.classList.toggle("chosen", Boolean(proof));
  root.classList.remove("reading");
  const card = cards.get(findingId);
  for (const node of [$(sentenceId), proof, card, ...(marks.get(findingId) || [])]) {
    if (node) node.classList.add("current");
  }
  if (scroll) reveal((marks.get(findingId) || [])[0] || $(sentenceId));
  const places = [card, proof].filter(Boolean);
  const passages = places.map((place) => place.querySelector(".passage[data-anchors]"));
  showPassage(passages.find(Boolean) || null);
  const target = card || proof || $("overview");
  if (focus) target.focus({ preventScroll: true });
  if (!keep) rest(target);
  history.replaceState(null, "", `#${findingId || sentenceId || "overview"}`);
  say(placeOf(findingId));
}

function clearSelection() {
  if (!now.sentence && !now.finding) return;
  const marker = now.sentence && $(now.sentence).querySelector(".marker");
  select("", "", { focus: false, scroll: false, keep: true });
  history.replaceState(null, "", location.pathname + location.search);
  if (marker) marker.focus({ preventScroll: true });
}

function placeOf(findingId) {
  const stops = marksInView();
  const selected = now.sentence || findingId;
  const place = selected ? stops.findIndex((s) => s.sentence === now.sentence && s.finding === findingId) : -1;
  if (place >= 0) return `${place + 1} of ${stops.length}${citedOf()}`;
  if (filtering()) return `${shownOf()} of ${sentences.length} shown${citedOf()}`;
  return `${stops.length} ${stops.length === 1 ? "mark" : "marks"}`;
}

function shownOf() {
  return sentences.filter((sentence) => !sentence.classList.contains("dim")).length;
}

/** How many sentences of the references have the words searched for. */
function citedOf() {
  const cited = query.length ? lines.filter((line) => hitsIn(line, query).length).length : 0;
  return cited ? `, ${cited} in references` : "";
}

/** Scroll the page to a node of the article, unless the eye can rest where it is. */
function reveal(node) {
  if (!node) return;
  const box = node.getBoundingClientRect();
  const bottom = innerHeight * (narrow.matches ? 0.35 : 0.8);
  if (box.top < 90 || box.bottom > bottom) {
    scrollBy({ top: box.top - (narrow.matches ? 150 : innerHeight * 0.3), behavior: "instant" });
  }
}

/** Scroll the pane that holds a node, and nothing else. */
function bring(node, above) {
  const pane = scroller(node);
  if (!pane) return;
  pane.scrollTop += node.getBoundingClientRect().top - pane.getBoundingClientRect().top - above;
}

/** Show a card with what stands above it, as long as its own beginning is in the upper half. */
function rest(card) {
  const pane = scroller(card);
  if (!pane) return card.scrollIntoView({ block: "center", behavior: "instant" });
  pane.scrollTop = 0;
  const below = card.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  return below > pane.clientHeight * 0.5 ? bring(card, 16) : undefined;
}

function scroller(node) {
  for (let at = node; at && at !== document.body; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

function showPassage(passage) {
  now.passage = passage;
  for (const node of all(".line.shown, .passage.shown")) node.classList.remove("shown");
  if (!passage) return;
  passage.classList.add("shown");
  showSource(passage.dataset.reference);
  const lines = passage.dataset.anchors.split(" ").map($);
  for (const line of lines) line.classList.add("shown");
  bring(lines[0], $("references").clientHeight / 3);
}

function showSource(reference) {
  for (const source of all(".source")) source.classList.toggle("open", source.id === reference);
  for (const tab of all(".tabs a")) {
    if (tab.hash === `#${reference}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

function showLine(line) {
  const source = line.closest(".source");
  showSource(source.id);
  for (const other of all(".line.shown")) other.classList.remove("shown");
  if (line !== source) line.classList.add("shown");
  bring(line, 60);
}

/** Turn the panel to the full reference, where the screen is too narrow to show both. */
function read(passage) {
  root.classList.add("reading");
  if (passage) showPassage(passage);
  const line = document.querySelector(".line.shown");
  $("references").focus({ preventScroll: true });
  if (line) bring(line, $("references").clientHeight / 3);
}

function backToFinding() {
  root.classList.remove("reading");
  const target = cards.get(now.finding) || proofs.get(now.sentence) || $("overview");
  target.focus({ preventScroll: true });
}

function cardsOf(sentence) {
  return all(".finding", proofs.get(sentence.id));
}

/** What `j` and `k` visit: the findings that filters ask for, and those sentences that have none
 * where a filter shows them. */
function marksInView() {
  const stops = [];
  const general = !chosen.rubric.size && !query.length;
  for (const card of findings) {
    if (!card.dataset.sentence && general && cardMatches(card)) stops.push({ sentence: "", finding: card.id });
  }
  for (const sentence of sentences) {
    if (sentence.classList.contains("dim")) continue;
    const own = cardsOf(sentence).filter(cardMatches);
    for (const card of own) stops.push({ sentence: sentence.id, finding: card.id });
    if (!own.length && filtering()) stops.push({ sentence: sentence.id, finding: "" });
  }
  return stops;
}

function step(direction, options) {
  const stops = marksInView();
  if (!stops.length) return say("No mark");
  let at = stops.findIndex((s) => s.sentence === now.sentence && s.finding === now.finding);
  if (at < 0 && now.sentence) {
    const order = sentences.findIndex((sentence) => sentence.id === now.sentence);
    const after = stops.findIndex((s) => sentences.findIndex((n) => n.id === s.sentence) >= order);
    at = (after < 0 ? stops.length : after) - (direction > 0 ? 1 : 0);
  } else if (at < 0 && direction < 0) {
    at = stops.length;
  }
  const stop = stops[(at + direction + stops.length) % stops.length];
  select(stop.sentence, stop.finding, options);
}

const gravest = all(".gravest > li > a");

function worst() {
  if (!gravest.length) return say("Nothing wrong");
  const at = gravest.findIndex((link) => link.dataset.go === now.sentence);
  const { go: sentence, finding } = gravest[(at + 1) % gravest.length].dataset;
  select(sentence, finding);
}

function go(sentenceId, options) {
  const first = proofs.get(sentenceId).querySelector(".finding");
  select(sentenceId, first ? first.id : "", options);
}

/** Follow a deep link: `#s7`, `#f3`, `#proof-s7`, `#r2`, `#r2-s5`. */
function follow(hash, options) {
  const id = hash.slice(1).replace(/^proof-/, "");
  if (proofs.has(id)) return go(id, options), true;
  if (cards.has(id)) return select(cards.get(id).dataset.sentence, id, options), true;
  if (!$(id) || !$(id).closest(".source")) return false;
  showSource($(id).closest(".source").id);
  read(null);
  showLine($(id));
  return true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.classList.contains("to-source")) {
    event.preventDefault();
    return read(link.closest(".passage"));
  }
  if (link && link.dataset.go) {
    event.preventDefault();
    return select(link.dataset.go, link.dataset.finding);
  }
  if (link && !link.classList.contains("to-sentence") && follow(link.hash)) {
    return event.preventDefault();
  }
  if (link && link.classList.contains("to-sentence")) {
    event.preventDefault();
    root.classList.remove("reading");
    reveal($(now.sentence));
    return $(now.sentence).querySelector(".marker").focus({ preventScroll: true });
  }
  const passage = event.target.closest(".passage[data-anchors]");
  const card = event.target.closest(".proof .finding:not(.current)");
  if (card && !link && getSelection().isCollapsed) {
    select(card.dataset.sentence, card.id, { scroll: false, keep: true });
  }
  if (passage && getSelection().isCollapsed) return showPassage(passage);
  const sentence = event.target.closest(".sentence");
  if (!sentence || link || !getSelection().isCollapsed) return undefined;
  const mark = event.target.closest("mark[data-findings]");
  if (!mark) return go(sentence.id, { scroll: false });
  const ids = mark.dataset.findings.split(" ");
  const id = ids[(ids.indexOf(now.finding) + 1) % ids.length];
  return select(cards.get(id).dataset.sentence, id, { scroll: false });
});

$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
$("worst").addEventListener("click", worst);
$("back").addEventListener("click", backToFinding);
$("close").addEventListener("click", clearSelection);
addEventListener("hashchange", () => follow(location.hash));
