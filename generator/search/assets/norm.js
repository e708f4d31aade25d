/** One spelling for all spellings of a text, as generator/search/norm.py has it. */
(function (gongshi) {
  "use strict";

  /** @type {Object<string, string>} */
  const ALIKE = {};
  for (const [all, one] of [
    ["〔[【「『〖{〈《<", "("],
    ["〕]】」』〗}〉》>", ")"],
    ["‐‑‒–—―−_─", "-"],
    ["•・‧∙⋅", "·"],
    [" \t\r\u200b\u200c\u200d\ufeff\u00ad", ""],
  ]) for (const each of all) ALIKE[each] = one;
  const ODD = new RegExp("[" + Object.keys(ALIKE).join("").replace(/[\]\[\\-]/g, "\\$&") + "]", "g");

  /**
   * The text as it is searched: no blanks, one spelling. Line ends stay.
   * @param {string} text
   * @returns {string}
   */
  gongshi.norm = function (text) {
    return text.normalize("NFKC").replace(ODD, (each) => ALIKE[each]).toLowerCase();
  };

  /**
   * The words of a query; a record must hold them all.
   * @param {string} query
   * @returns {string[]}
   */
  gongshi.words = function (query) {
    const spread = query.normalize("NFKC").split(/\s+/).map(gongshi.norm).filter(Boolean);
    return Array.from(new Set(spread));
  };

  /**
   * Where the words stand in a text as people wrote it: pairs of first and one-past-last character.
   * @param {string} text
   * @param {string[]} words
   * @returns {Array<[number, number]>}
   */
  gongshi.spots = function (text, words) {
    let plain = "";
    const from = [];
    for (let at = 0; at < text.length; at++) {
      const one = gongshi.norm(text[at]);
      for (let k = 0; k < one.length; k++) from.push(at);
      plain += one;
    }
    /** @type {Array<[number, number]>} */ const found = [];
    for (const word of words) {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
        found.push([from[at], from[at + word.length - 1] + 1]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    /** @type {Array<[number, number]>} */ const kept = [];
    for (const spot of found) {
      const last = kept[kept.length - 1];
      if (last && spot[0] <= last[1]) last[1] = Math.max(last[1], spot[1]);
      else kept.push(spot);
    }
    return kept;
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
