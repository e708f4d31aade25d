/** What tells that a word cannot be in a part, or in a shard (generator/search/hints.py). */
(function (gongshi) {
  "use strict";

  /** A number below `size` for a text's characters. */
  function fold(/** @type {number[]} */ codes, /** @type {number} */ size) {
    return codes.reduce((at, code) => (at * 65599 + code) % size, 0);
  }

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
      const bit = fold(all.slice(at, at + 2), hint.size);
      if (!(set[Math.floor(bit / 6)] >> (bit % 6) & 1)) return false;
      if (alone && !(alone[Math.floor(bit / 6)] >> (bit % 6) & 1)) sole = false;
    }
    const edges = hint.edges;
    return sole || !!edges && all.some((_, at) => at + 1 < all.length && maybe(edges, String.fromCodePoint(all[at], all[at + 1])));
  }

  /** Pairs from lines of a first character and all that follow it. */
  function grouped(/** @type {string} */ lines) {
    /** @type {string[]} */ const found = [];
    for (const line of lines.split("\n")) for (const other of line.slice(1)) found.push(line[0] + other);
    return found;
  }

  /** For each pair of characters: in which shards it is, null for most; pairs that no shard has are missing. */
  function rarePairs(/** @type {{ common: string, pairs: string, i: string[], sets: number[][] }} */ content) {
    const sets = gongshi.columns.numbers(content.i), found = new Map();
    grouped(content.pairs).forEach((pair, at) => found.set(pair, content.sets[sets[at]]));
    for (const pair of grouped(content.common)) found.set(pair, null);
    return found;
  }

  /**
   * What stands in a file of names for one of them; null where it is not listed.
   * @param {{ names: string, i: string[], sets: Entry[] }} content
   * @param {string} name
   */
  function entry(content, name) {
    const at = content.names.split("\n").indexOf(name);
    return at < 0 ? null : content.sets[gongshi.columns.numbers(content.i)[at]];
  }

  gongshi.hints = { maybe, rarePairs, fold, entry };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
