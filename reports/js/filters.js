// Filters: verdict, severity, category and words; what does not match turns pale.

const chosen = { verdict: new Set(), severity: new Set(), category: new Set() };
const texts = new Map();
let query = "";

function filtering() {
  return Boolean(query) || Object.values(chosen).some((set) => set.size);
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** What a search looks at: the sentence and what its findings say, folded once. */
function wordsOf(sentence) {
  if (!texts.has(sentence.id)) {
    const said = all(".message, .expected, .diff", proofs.get(sentence.id));
    texts.set(sentence.id, fold([sentence, ...said].map((node) => node.textContent).join(" ")));
  }
  return texts.get(sentence.id);
}

function matchesFilters(sentence) {
  const own = {
    verdict: [sentence.dataset.verdict],
    severity: sentence.dataset.severities.split(" "),
    category: sentence.dataset.categories.split(" "),
  };
  return (
    Object.entries(chosen).every(([kind, set]) => !set.size || own[kind].some((v) => set.has(v))) &&
    (!query || wordsOf(sentence).includes(query))
  );
}

function refilter() {
  for (const sentence of sentences) {
    sentence.classList.toggle("dim", !matchesFilters(sentence));
  }
  root.classList.toggle("filtered", filtering());
  for (const button of all("button[data-filter]")) {
    const on = chosen[button.dataset.filter].has(button.dataset.value);
    button.setAttribute("aria-pressed", String(on));
  }
  say(placeOf(now.finding));
  highlight();
}

/** Mark the words searched for, without touching the page's nodes. */
function highlight() {
  if (!CSS.highlights) return;
  CSS.highlights.delete("found");
  if (!query) return;
  const ranges = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    if (text.length !== node.data.length) continue;
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + query.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

function toggleFilter(kind, value) {
  const set = chosen[kind];
  if (!set.delete(value)) set.add(value);
  refilter();
}

function clearFilters() {
  for (const set of Object.values(chosen)) set.clear();
  query = "";
  $("search").value = "";
  refilter();
}

for (const button of all("button[data-filter]")) {
  button.addEventListener("click", () => toggleFilter(button.dataset.filter, button.dataset.value));
}

$("search").addEventListener("input", () => {
  query = fold($("search").value.trim());
  refilter();
});
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") step(event.shiftKey ? -1 : 1, { focus: false });
  if (event.key === "Escape") {
    event.stopPropagation();
    $("search").value = "";
    query = "";
    refilter();
    $("search").blur();
  }
});
