// Search: words in their order, whatever their case, accents, quotation marks, hyphens and endings.

const LIGATURES = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };
const WORD = /(?<![\p{L}\p{M}]['’](?=s(?![\p{L}\p{N}])))[\p{L}\p{N}\p{M}]+/giu; // without the s of “Sudani’s”

function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[ßæœøłđı]/g, (letter) => LIGATURES[letter]);
}

/** A word without its commonest endings: strikes and striking are “strik”, cities and city “city”. */
function baseOf(word) {
  if (word.length < 4) return word;
  const ended = word
    .replace(/ies$/, "y")
    .replace(/(?<=..[^s])s$/, "")
    .replace(/(?<=...)(?:ed|ing)$/, "")
    .replace(/(?<=...)e$/, "");
  return ended.replace(/([^aeiouls])\1$/, "$1");
}

/** The words that are searched for; the last may be typed half. */
function queryOf(text) {
  const wanted = [...fold(text).matchAll(WORD)].map(([word]) => ({ word, base: baseOf(word) }));
  if (wanted.length) wanted.at(-1).half = !/\s$/.test(text);
  return wanted;
}

const places = new Map();

/** The words of a part of the page with their places, read once. */
function wordsIn(part) {
  if (!places.has(part)) places.set(part, [...wordsOf(part)]);
  return places.get(part);
}

function* wordsOf(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".sr, .marker")) continue;
    for (const match of node.data.matchAll(WORD)) {
      const word = fold(match[0]);
      yield { word, base: baseOf(word), node, start: match.index, end: match.index + match[0].length };
    }
  }
}

function isMatch(found, wanted) {
  return found.base === wanted.base || (wanted.half && found.word.startsWith(wanted.word));
}

/** Where the words searched for stand in a part of the page, as [first, last] words. */
function hitsIn(part, wanted) {
  const words = wordsIn(part);
  const hits = [];
  for (let n = 0; n + wanted.length <= words.length; n += 1) {
    if (wanted.every((one, k) => isMatch(words[n + k], one))) {
      hits.push([words[n], words[n + wanted.length - 1]]);
    }
  }
  return hits;
}

/** The parts of a sentence: itself, and what its findings say. */
function partsOf(sentence) {
  const proof = proofs.get(sentence.id);
  return [sentence, ...all(".message, .searched, .expected .value, .diff", proof)];
}

const lines = all(".line");

/** Mark the words searched for, without touching the page's nodes. */
function highlight(wanted) {
  if (!CSS.highlights) return;
  CSS.highlights.delete("found");
  if (!wanted.length) return;
  const ranges = [];
  for (const part of [...sentences.flatMap(partsOf), ...lines]) {
    for (const [first, last] of hitsIn(part, wanted)) {
      const range = new Range();
      range.setStart(first.node, first.start);
      range.setEnd(last.node, last.end);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
