/** Answers a query over all shards: which rows, in which order, and how many there are of each facet. */
(function (gongshi) {
  "use strict";

  const SETS = ["mechanism", "fund", "condition"];
  const FACETS = ["township", "village", "mechanism", "fund", "industry", "year", "stage", "operator", "condition", "warned"];
  const ROOM = 2 ** 21, SHARD = 2 ** 14;
  /** From so many shards on it is worth asking which operators are in which. */
  const SEVERAL = 7;
  const { maybe, rarePairs } = gongshi.hints;
  const DIGITS = /^[0-9]+$/;
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
    constructor() {
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
  function take(/** @type {Answer} */ answer, /** @type {Shard} */ shard, /** @type {number} */ number, /** @type {Query} */ query, /** @type {Set<string>|null} */ apart) {
    const strength = strengths(shard, query.words);
    if (apart) {
      const away = shard.operators.map((name) => apart.has(name));
      shard.operator.forEach((each, at) => { if (away[each]) strength[at] = 0; });
    }
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
    answer.keys.push(rank(shard, at, strength, sort) * ROOM + number * SHARD + at);
  }

  /** What sorts first is smallest. */
  function rank(/** @type {Shard} */ shard, /** @type {number} */ at, /** @type {number} */ strength, /** @type {string} */ sort) {
    switch (sort) {
      case "newest": return 9999 - shard.year[at];
      case "oldest": return shard.year[at];
      case "amount": return 4e9 - (shard.sums ? Math.round(shard.sums.amounts[at] / 100) : shard.amount[at] * 100);
      case "distributed": return 4e9 - (shard.sums ? Math.round(shard.sums.distributed[at] / 100) : 0);
      default: return (3 - strength) * 10000 + 9999 - shard.year[at];
    }
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

  /** The shards and their parts, fetched when a query needs them. */
  class Register {
    /** @param {Index} index */
    constructor(index) {
      this.index = index;
      index.norms = {};
      for (const facet of Object.keys(index.words)) index.norms[facet] = index.words[facet].map((word) => gongshi.norm(word[1]));
      /** @type {Array<Shard|null>} */
      this.shards = [...index.shards, ...(index.wide || [])].map(() => null);
      /** @type {Promise<Where>|null} */
      this.where = null;
      /** @type {Promise<Map<string, number[]>>|null} */
      this.pairs = null;
      /** @type {Promise<void>|null} */
      this.heard = null;
    }

    /** The parts, beside the core, that a shard's rows need to answer a query. */
    needs(/** @type {Query} */ query) {
      /** @type {string[]} */
      const parts = [];
      for (const word of query.words) {
        for (const part of ["marks", "codes", "scope"]) {
          if (maybe(this.index.hints[part], word)) parts.push(part === "scope" && DIGITS.test(word) ? "figures" : part);
        }
      }
      if (query.sums || query.sort === "distributed" || query.sort === "amount") parts.push("sums");
      if (query.all) parts.push("marks", "codes", "scope");
      return Array.from(new Set(parts)).filter((part) => part !== "figures" || parts.indexOf("scope") < 0);
    }

    /** The numbers of the shards that can have a row which holds all words, those with the chosen places first. */
    async possible(/** @type {Query} */ query) {
      let numbers = this.index.shards.map((_, /** @type {number} */ at) => at);
      const chosen = [...(query.chosen.township || []), ...(query.chosen.village || [])].map((code) => code.slice(0, 9));
      const away = (/** @type {number} */ at) => (this.index.shards[at].townships.some((code) => chosen.indexOf(code) >= 0) ? 0 : 1);
      if (chosen.length) numbers.sort((one, other) => away(one) - away(other) || one - other);
      if (!this.index.pairs || !query.words.length || numbers.length < 2) return numbers;
      if (!this.pairs) this.pairs = gongshi.load(this.index.pairs).then(rarePairs);
      const rare = await this.pairs;
      for (const word of query.words) {
        if (this.labelled(word)) continue;
        for (let at = 0; at + 1 < word.length; at++) {
          const where = rare.get(word.slice(at, at + 2));
          if (where) numbers = numbers.filter((each) => where.indexOf(each) >= 0);
        }
      }
      return numbers;
    }

    /**
     * The shards for a word that only names of operators can hold; null where there is no such word.
     * @param {Query} query
     * @param {number[]} numbers the shards that are possible otherwise
     * @returns {Promise<{numbers: number[], apart: Set<string>}|null>}
     */
    async operated(query, numbers) {
      const file = this.index.operators;
      if (!file || numbers.length < SEVERAL || this.needs(query).length) return null;
      const words = query.words.filter((word) => word.length > 2 && !this.labelled(word) && !gongshi.maybeSound(word));
      if (!words.length) return null;
      if (!this.where) this.where = gongshi.load(file);
      const where = await this.where, only = words.find((word) => !maybe(where.elsewhere, word));
      if (!only) return null;
      const homes = this.index.shards.length, apart = new Set(where.names.slice(homes).join("\n").split("\n"));
      const found = where.names.map((_, at) => at).filter((at) => gongshi.norm(where.names[at]).includes(only));
      return { numbers: found.filter((at) => at >= homes || numbers.indexOf(at) >= 0), apart };
    }

    /** Whether a mechanism's or a fund's own words hold a word. */
    labelled(/** @type {string} */ word) {
      return ["mechanism", "fund"].some((facet) => this.index.norms[facet].some((label) => label.includes(word)));
    }

    /** One shard with all that the query needs. */
    async ready(/** @type {number} */ number, /** @type {Query} */ query) {
      const homes = this.index.shards, entry = homes[number] || (this.index.wide || [])[number - homes.length], needed = this.needs(query);
      const asked = ["core", ...needed].map((part) => gongshi.load(entry.files[part]));
      const parts = await Promise.all(asked);
      if (!this.shards[number]) {
        this.shards[number] = new gongshi.Shard(parts[0], this.index);
        await gongshi.pause();
      }
      const shard = this.shards[number];
      for (let each = 0; each < needed.length; each++) {
        if (!shard.has[needed[each]]) {
          shard.has[needed[each]] = true;
          shard.add(needed[each], parts[each + 1]);
        }
      }
      return shard;
    }

    /**
     * Answer a query; `told` hears of every shard that is done, and may say that nobody listens any more.
     * @param {Query} query
     * @param {(answer: Answer, done: number, of: number) => boolean} told
     */
    async answer(query, told) {
      const answer = new Answer();
      if (query.words.some(gongshi.maybeSound)) await this.sounds();
      const possible = await this.possible(query), narrowed = await this.operated(query, possible);
      const wanted = narrowed ? narrowed.numbers : possible, homes = this.index.shards.length;
      if (!wanted.length) told(answer, 0, 0);
      for (let done = 0; done < wanted.length; done++) {
        const shard = await this.ready(wanted[done], query);
        take(answer, shard, wanted[done], query, narrowed && wanted[done] < homes ? narrowed.apart : null);
        if (!told(answer, done + 1, wanted.length)) return null;
        if (done + 1 < wanted.length) await gongshi.pause();
      }
      return answer;
    }

    async sounds() {
      if (!this.heard) {
        this.heard = gongshi.load(this.index.sounds).then(gongshi.hear);
      }
      return this.heard;
    }

    /**
     * The rows of an answer in their order.
     * @param {Answer} answer
     * @param {number} from
     * @param {number} to
     * @param {string[]} [words] those that were asked for
     */
    rows(answer, from, to, words) {
      let sorted = answer.sorted;
      if (!sorted || sorted.length !== answer.keys.length) sorted = answer.sorted = Float64Array.from(answer.keys).sort();
      return Array.from(sorted.subarray(from, to), (key) => {
        const place = key % ROOM;
        return /** @type {Shard} */ (this.shards[Math.floor(place / SHARD)]).row(place % SHARD, words);
      });
    }

    /** The names of the places that are loaded, with how much of a text each has, the nearest first. */
    nearest(/** @type {string} */ text, /** @type {number} */ many) {
      const wanted = new Set(text), found = new Map();
      for (const shard of this.shards) for (const place of shard ? shard.places : []) {
        for (const name of [place.township, place.village]) {
          if (!name || found.has(name)) continue;
          const body = name.replace(/[镇乡村]$/, "");
          const shared = Array.from(new Set(body)).filter((each) => wanted.has(each)).length;
          if (shared) found.set(name, shared / Math.max(body.length, 2));
        }
      }
      return Array.from(found).sort((one, other) => other[1] - one[1]).slice(0, many).map((each) => each[0]);
    }
  }

  gongshi.Register = Register;
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
