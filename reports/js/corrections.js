// Corrections: which of them can stand together, and the article with those that were accepted.

const corrections = new Map();
for (const card of findings) {
  const { start, end, expected } = card.querySelector(".act").dataset;
  if (start) corrections.set(card.id, { start: Number(start), end: Number(end), words: expected });
}

/** The other findings whose corrections change some of the same words. */
function rivals(card) {
  const own = corrections.get(card.id);
  return findings.filter((other) => {
    const its = other !== card && corrections.get(other.id);
    return its && its.start < own.end && own.start < its.end;
  });
}

function accepted() {
  return [...corrections].filter(([id]) => (decisions.get(id) || {}).kind === "corrected");
}

function redrawCorrections(count) {
  const taken = new Map();
  for (const [id] of accepted()) for (const rival of rivals(cards.get(id))) taken.set(rival.id, id);
  for (const id of corrections.keys()) {
    const option = cards.get(id).querySelector(".correct input");
    option.disabled = taken.has(id);
    if (taken.has(id) && !decisions.has(id)) {
      const other = cards.get(taken.get(id)).dataset.text;
      cards.get(id).querySelector(".missing").textContent = `The correction of “${other}” changes these words.`;
    }
  }
  $("export").disabled = !count;
}

/** The article's text, its positions counted as the audit counts them: in code points. */
function correctedArticle() {
  const points = [...JSON.parse($("export").dataset.article)];
  const edits = accepted().map(([, edit]) => edit);
  for (const { start, end, words } of edits.sort((a, b) => b.start - a.start)) {
    points.splice(start, end - start, words);
  }
  return points.join("");
}

$("export").addEventListener("click", () => {
  save(`${stem()}.corrected.txt`, correctedArticle());
  const others = [...changed.values()].filter(({ kind }) => kind && kind !== "corrected");
  saved = saved || !others.length;
  keep();
});
restore();
redraw();
