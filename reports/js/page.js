"use strict";
// The page works without this script. With it: one sentence at a time, filters, keys, decisions.
// Text reaches the page only through textContent; nothing is sent, and nothing is
// stored but decisions, until the tab closes.

const root = document.documentElement;
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const sentences = all(".sentence");
const findings = all(".finding");
const cards = new Map(findings.map((card) => [card.id, card]));
const proofs = new Map(all(".proof").map((proof) => [proof.dataset.sentence, proof]));
const marks = new Map();
for (const mark of all("mark[data-findings]")) {
  for (const id of mark.dataset.findings.split(" ")) marks.set(id, [...(marks.get(id) || []), mark]);
}
const narrow = matchMedia("(max-width: 999px)");

root.classList.add("js");
for (const control of all("button[disabled]")) control.disabled = false;

/** Tell where one is, or why a key did nothing; the place is a live region. */
function say(text) {
  $("place").textContent = text;
}
