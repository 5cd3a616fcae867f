// Filters: rubric, severity, category and words; what does not match turns pale.

const chosen = { rubric: new Set(), severity: new Set(), category: new Set() };
let query = [];

function filtering() {
  return query.length > 0 || Object.values(chosen).some((set) => set.size);
}

/** Tell whether a finding is what the filters of severity and category ask for. */
function cardMatches(card) {
  const { severity, category } = chosen;
  return (
    (!severity.size || severity.has(stateOf(card))) &&
    (!category.size || category.has(card.dataset.category))
  );
}

function matchesFilters(sentence) {
  if (chosen.rubric.size && !chosen.rubric.has(sentence.dataset.rubric)) return false;
  if (query.length && !partsOf(sentence).some((part) => hitsIn(part, query).length)) return false;
  if (!chosen.severity.size && !chosen.category.size) return true;
  return cardsOf(sentence).some(cardMatches);
}

function refilter() {
  for (const sentence of sentences) {
    sentence.classList.toggle("dim", filtering() && !matchesFilters(sentence));
  }
  root.classList.toggle("filtered", filtering());
  for (const button of all("button[data-filter]")) {
    const on = chosen[button.dataset.filter].has(button.dataset.value);
    button.setAttribute("aria-pressed", String(on));
  }
  say(placeOf(now.finding));
}

/** Go to the first hit, unless the eye is on one; focus stays where it is. */
function toFirstHit() {
  if (!filtering()) return;
  const stops = marksInView();
  if (!stops.length) return toReference();
  if (stops.some((stop) => stop.sentence === now.sentence && stop.finding === now.finding)) return;
  select(stops[0].sentence, stops[0].finding, { focus: false });
}

/** Where only the references have the words, show them there. */
function toReference() {
  const line = query.length && lines.find((one) => hitsIn(one, query).length);
  if (!line) return;
  root.classList.add("reading");
  showLine(line);
}

function toggleFilter(kind, value) {
  const set = chosen[kind];
  if (!set.delete(value)) set.add(value);
  refilter();
  toFirstHit();
}

function search(text) {
  query = queryOf(text);
  refilter();
  highlight(query);
  toFirstHit();
}

function clearFilters() {
  for (const set of Object.values(chosen)) set.clear();
  $("search").value = "";
  search("");
}

for (const button of all("button[data-filter]")) {
  button.addEventListener("click", () => toggleFilter(button.dataset.filter, button.dataset.value));
}

$("search").addEventListener("input", () => search($("search").value));
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Enter") step(event.shiftKey ? -1 : 1, { focus: false });
  if (event.key === "Escape") {
    event.stopPropagation();
    $("search").value = "";
    search("");
    $("search").blur();
  }
});
