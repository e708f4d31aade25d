/** Chinese names by their sound: whole syllables, or their first letters. */
(function (gongshi) {
  "use strict";

  const LETTERS = /^[a-z]{2,}$/;
  /** @type {Object<string, string>} */
  let reading = {};
  /** @type {Object<string, string[]>} */
  let known = {};

  /** Whether a word may be meant as a sound. */
  gongshi.maybeSound = (word) => LETTERS.test(word);

  /**
   * Take in the readings.
   * @param {{characters: string, names: Object<string, string>}} content
   */
  gongshi.hear = function (content) {
    for (const each of content.characters.split(" ")) {
      const syllable = (/^[a-z]+/.exec(each) || [""])[0];
      for (const character of each.slice(syllable.length)) reading[character] = syllable;
    }
    for (const name of Object.keys(content.names)) known[name] = content.names[name].split(" ");
  };

  /** @param {string} name @returns {string[]} */
  function syllables(name) {
    return known[name] || (known[name] = Array.from(name, (each) => reading[each] || ""));
  }

  /**
   * Where a name sounds like a word: first and one-past-last character, or null.
   * @param {string} name
   * @param {string} word
   */
  gongshi.heard = function (name, word) {
    const all = syllables(name);
    for (let from = 0; from < all.length; from++) {
      let full = "", first = "";
      for (let to = from; to < all.length && all[to]; to++) {
        full += all[to];
        first += all[to][0];
        if (first === word || full.startsWith(word)) return [from, to + 1];
        if (!word.startsWith(full) && !word.startsWith(first)) break;
      }
    }
    return null;
  };

  /**
   * A test whether a name sounds like the word; null where the word is no sound.
   * @param {string} word
   */
  gongshi.sound = function (word) {
    return LETTERS.test(word) ? (name) => gongshi.heard(name, word) !== null : null;
  };
})((window.gongshi = window.gongshi || {}));
