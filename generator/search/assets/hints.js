/** What tells that a word cannot be in a part, or in a shard (generator/search/hints.py). */
(function (gongshi) {
  "use strict";

  /**
   * Whether a word may be in a part, by its characters and by their pairs.
   * @param {Hint} hint
   * @param {string} word
   * @returns {boolean}
   */
  function maybe(hint, word) {
    const set = hint.set || (hint.set = gongshi.columns.numbers(hint.bits));
    word = word.replace(/[0-9]/g, "0");
    if (hint.letters) for (let at = 0; at < word.length; at++) if (!hint.letters.includes(word[at])) return false;
    const alone = hint.alone && (hint.sole || (hint.sole = gongshi.columns.numbers(hint.alone)));
    const all = Array.from(word, (each) => each.codePointAt(0) || 0);
    let sole = true;
    for (let at = 0; at + 1 < all.length; at++) {
      const bit = (all[at] * 65599 + all[at + 1]) % hint.size;
      if (!(set[Math.floor(bit / 6)] >> (bit % 6) & 1)) return false;
      if (alone && !(alone[Math.floor(bit / 6)] >> (bit % 6) & 1)) sole = false;
    }
    const edges = hint.edges;
    return sole || !!edges && all.some((_, at) => at + 1 < all.length && maybe(edges, String.fromCodePoint(all[at], all[at + 1])));
  }

  /** For each pair of characters: in which shards it is, null for most; pairs that no shard has are missing. */
  function rarePairs(/** @type {{ common: string, pairs: string, i: string[], sets: number[][] }} */ content) {
    const sets = gongshi.columns.numbers(content.i), found = new Map();
    for (let at = 0; at < sets.length; at++) found.set(content.pairs.slice(2 * at, 2 * at + 2), content.sets[sets[at]]);
    for (let at = 0; at < content.common.length; at += 2) found.set(content.common.slice(at, at + 2), null);
    return found;
  }

  gongshi.hints = { maybe, rarePairs };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
