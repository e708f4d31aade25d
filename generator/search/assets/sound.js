/** Chinese names by their sound: whole syllables, or their first letters. */
(function (gongshi) {
  "use strict";

  const LETTERS = /^[a-z]{2,}$/;
  /** @type {Map<string, string[]>} each character's readings */
  const readings = new Map();

  /** Whether a word may be meant as a sound. */
  gongshi.maybeSound = (word) => LETTERS.test(word);

  /**
   * Take in the readings.
   * @param {{characters: string}} content
   */
  gongshi.hear = function (content) {
    for (const group of content.characters.split(" ")) {
      const syllable = (/^[a-z]+/.exec(group) || [""])[0];
      for (const character of group.slice(syllable.length)) {
        const known = readings.get(character);
        if (!known) readings.set(character, [syllable]);
        else if (known.indexOf(syllable) < 0) known.push(syllable);
      }
    }
  };

  /**
   * One past the last character of those from `at` on that are read as `rest`, the last perhaps in part; 0 if none.
   * @returns {number}
   */
  function full(/** @type {string} */ name, /** @type {number} */ at, /** @type {string} */ rest) {
    for (const syllable of readings.get(name[at]) || []) {
      if (syllable.startsWith(rest)) return at + 1;
      const end = rest.startsWith(syllable) ? full(name, at + 1, rest.slice(syllable.length)) : 0;
      if (end) return end;
    }
    return 0;
  }

  /** Whether the characters from `at` on begin with these letters. */
  function initials(/** @type {string} */ name, /** @type {number} */ at, /** @type {string} */ letters) {
    for (let each = 0; each < letters.length; each++) {
      if (!(readings.get(name[at + each]) || []).some((syllable) => syllable[0] === letters[each])) return false;
    }
    return true;
  }

  /**
   * Where a name sounds like a word: first and one-past-last character, or null.
   * @param {string} name
   * @param {string} word
   */
  gongshi.heard = function (name, word) {
    for (let from = 0; from < name.length; from++) {
      const end = initials(name, from, word) ? from + word.length : full(name, from, word);
      if (end) return [from, end];
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
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
