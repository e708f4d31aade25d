/** Answers a query for one shard: which rows, in which order, and how many there are of each facet. */
(function (gongshi) {
  "use strict";

  const SETS = ["mechanism", "fund", "condition"];
  const FACETS = ["township", "village", "mechanism", "fund", "industry", "year", "stage", "operator", "condition", "warned"];
  const ROOM = 2 ** 21, ALONE = 2 ** 14, SEVERAL = 2 ** 12;
  gongshi.FACETS = FACETS;

  /**
   * What a facet is told by: small numbers by row, and the facet's value for each; for a facet of several values, their mask.
   * @param {Shard} shard
   * @param {string} facet
   * @returns {[ArrayLike<number>, (value: number) => string|number]}
   */
  function source(shard, facet) {
    const words = shard.index.words;
    switch (facet) {
      case "township": return [shard.place, (/** @type {number} */ at) => shard.places[at].code.slice(0, 9)];
      case "village": return [shard.place, (/** @type {number} */ at) => shard.places[at].code];
      case "year": return [shard.year, String];
      case "stage": return [shard.stage, (/** @type {number} */ at) => words.stage[at][0]];
      case "industry": return [shard.industry, (/** @type {number} */ at) => words.industry[at][0]];
      case "operator": return [shard.operator, (/** @type {number} */ at) => (shard.kinds[at] ? words.operator[shard.kinds[at] - 1][0] : "")];
      case "warned": return [shard.warnings, (/** @type {number} */ at) => (at ? "yes" : "no")];
      case "mechanism": return [shard.mechanism, Number];
      case "fund": return [shard.fund, Number];
      default: return [shard.condition, Number];
    }
  }

  /** One column of a facet's values in a shard, as small numbers, made once. */
  function column(/** @type {Shard} */ shard, /** @type {string} */ facet) {
    const made = shard.facets || (shard.facets = {});
    if (!made[facet]) {
      const [by, told] = source(shard, facet), keys = [], index = new Map(), known = new Map();
      const of = new Uint32Array(shard.n);
      for (let at = 0; at < shard.n; at++) {
        let place = known.get(by[at]);
        if (place === undefined) {
          const key = told(by[at]);
          place = index.get(key);
          if (place === undefined) { place = keys.length; index.set(key, place); keys.push(key); }
          known.set(by[at], place);
        }
        of[at] = place;
      }
      made[facet] = { keys, of };
    }
    return made[facet];
  }

  /** Which of a column's values pass the chosen ones; null where nothing is chosen. */
  function passing(/** @type {Shard} */ shard, /** @type {string} */ facet, /** @type {string[] | undefined} */ chosen) {
    if (!chosen || !chosen.length) return null;
    const keys = column(shard, facet).keys;
    if (SETS.indexOf(facet) < 0) return keys.map((key) => chosen.indexOf(String(key)) >= 0);
    const words = shard.index.words[facet];
    const wanted = words.reduce((found, word, bit) => (chosen.indexOf(word[0]) >= 0 ? found | (1 << bit) : found), 0);
    return keys.map((key) => (Number(key) & wanted) !== 0);
  }

  /** The strength of each row for all words together: 0 none, 3 all in the name, 1 some only by sound. */
  function strengths(/** @type {Shard} */ shard, /** @type {string[]} */ words) {
    let found = null;
    for (const word of words) {
      const one = shard.match(word);
      if (!found) found = one;
      else for (let at = 0; at < found.length; at++) if (one[at] < found[at]) found[at] = one[at];
    }
    return found || new Uint8Array(shard.n).fill(2);
  }

  class Answer {
    constructor(several = false) {
      this.size = several ? SEVERAL : ALONE;
      this.total = 0;
      this.sounding = 0;
      /** @type {number[]} */
      this.keys = [];
      /** @type {Float64Array|null} */
      this.sorted = null;
      /** @type {Object<string, Object<string, number>>} */
      this.counts = {};
      for (const facet of FACETS) this.counts[facet] = {};
    }
  }

  /** Add what one shard has. */
  function take(/** @type {Answer} */ answer, /** @type {Shard} */ shard, /** @type {number} */ number, /** @type {Query} */ query, /** @type {((at: number) => boolean)|null} */ counted) {
    const strength = strengths(shard, query.words);
    if (counted) for (let at = 0; at < shard.n; at++) if (!counted(at)) strength[at] = 0;
    const columns = FACETS.map((facet) => column(shard, facet));
    const tests = FACETS.map((facet) => passing(shard, facet, query.chosen[facet]));
    const counts = columns.map((each) => new Uint32Array(each.keys.length));
    for (let at = 0; at < shard.n; at++) {
      if (!strength[at]) continue;
      let fails = 0, failed = -1;
      for (let each = 0; each < tests.length && fails < 2; each++) {
        const test = tests[each];
        if (test && !test[columns[each].of[at]]) { fails++; failed = each; }
      }
      if (fails > 1) continue;
      if (fails) counts[failed][columns[failed].of[at]]++;
      else {
        for (let each = 0; each < counts.length; each++) counts[each][columns[each].of[at]]++;
        found(answer, shard, number, at, strength[at], query.sort);
      }
    }
    FACETS.forEach((facet, each) => tally(answer.counts[facet], facet, columns[each].keys, counts[each], shard.index));
  }

  function found(/** @type {Answer} */ answer, /** @type {Shard} */ shard, /** @type {number} */ number, /** @type {number} */ at, /** @type {number} */ strength, /** @type {string} */ sort) {
    answer.total++;
    if (strength === 1) answer.sounding++;
    answer.keys.push(rank(shard, at, strength, sort) * ROOM + number * answer.size + at);
  }

  /** What sorts first is smallest; of amounts that lists show alike, the newest. */
  function rank(/** @type {Shard} */ shard, /** @type {number} */ at, /** @type {number} */ strength, /** @type {string} */ sort) {
    switch (sort) {
      case "newest": return 9999 - shard.year[at];
      case "oldest": return shard.year[at];
      case "amount": return most(shard.amount[at], shard.year[at]);
      case "distributed": return most(shard.distributed[at], shard.year[at]);
      default: return (3 - strength) * 10000 + 9999 - shard.year[at];
    }
  }

  /** A number that is the smaller the more 百元 there are: up to 4,000,000,000 yuan, and 64 years. */
  function most(/** @type {number} */ hundreds, /** @type {number} */ year) {
    return Math.max(0, 4e7 - hundreds) * 64 + Math.min(63, Math.max(0, 2063 - year));
  }

  function tally(/** @type {Record<string, number>} */ counts, /** @type {string} */ facet, /** @type {Array<string | number>} */ keys, /** @type {Uint32Array} */ numbers, /** @type {Index} */ index) {
    keys.forEach((key, at) => {
      if (!numbers[at]) return;
      if (SETS.indexOf(facet) < 0) {
        if (key !== "") counts[key] = (counts[key] || 0) + numbers[at];
      } else index.words[facet].forEach((word, bit) => {
        if (Number(key) & (1 << bit)) counts[word[0]] = (counts[word[0]] || 0) + numbers[at];
      });
    });
  }

  gongshi.counting = { Answer, take, ROOM };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
