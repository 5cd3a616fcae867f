// Keys: single letters, which the help dialog can turn off (WCAG 2.1.4).

const actions = {
  j: () => step(1),
  k: () => step(-1),
  w: worst,
  0: clearFilters,
  r: () => (root.classList.contains("reading") ? backToFinding() : read(now.passage)),
  s: () => choose("corrected"),
  a: () => choose("accepted"),
  d: () => choose("dismissed"),
  f: () => choose("fixed"),
  u: () => choose(""),
  c: () => {
    const card = cards.get(now.finding);
    return card ? copy(card.querySelector("[data-copy=note]"), card) : say("Select a mark");
  },
  "/": () => $("search").focus(),
  "?": () => $("keys").showModal(),
  Escape: () => (root.classList.contains("reading") ? backToFinding() : clearSelection()),
};
for (const button of all("button[data-filter=rubric]")) {
  actions[button.dataset.key] = () => toggleFilter("rubric", button.dataset.value);
}

function isTyping(target) {
  return target.closest("input:not([type=radio]):not([type=checkbox]), textarea") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
  if (isTyping(event.target)) return;
  if (event.key !== "Escape" && !$("single-keys").checked) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

$("help").addEventListener("click", () => $("keys").showModal());
for (const button of all("[data-close]")) {
  button.addEventListener("click", () => button.closest("dialog").close());
}

showSource(document.querySelector(".source") && document.querySelector(".source").id);
if (location.hash) follow(location.hash);
