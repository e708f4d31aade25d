/** Answers a query over all shards, of which it fetches as little as it can. */
(function (gongshi) {
  "use strict";

  const TEXTS = ["marks", "codes", "scope"], TEXTED = ["marks", "scope"];
  const { maybe, rarePairs, fold, entry } = gongshi.hints, { Answer, take, ROOM } = gongshi.counting;
  /** Pairs that are listed by shard. */
  const LISTED = /^[\u2e80-\uffff]{2}$/;
  /** Names that may have an entry. */
  const NAME = /^[\u3400-\u9fff]{2,}$/;
  const DIGITS = /^[0-9]+$/, END = "\n";

  /** A word in pieces: after each character where it may go over the edge of a name. */
  function cut(/** @type {string} */ word, /** @type {boolean[]} */ edges) {
    const pieces = [""];
    for (let at = 0; at < word.length; at++) {
      pieces[pieces.length - 1] += word[at];
      if (edges[at]) pieces.push("");
    }
    return pieces;
  }

  /**
   * Whether at some cut a name ends or begins: the piece before it is the end of one, or the piece after it the beginning.
   * @param {string[]} pieces
   * @param {string[]} names texts of names, one a line
   */
  function ending(pieces, names) {
    const lines = names.map((each) => END + each + END);
    return pieces.slice(1).some((after, at) => lines.some((each) => each.includes(pieces[at] + END) || each.includes(END + after)));
  }

  /** The names in a directory, one a line. */
  function directory(/** @type {string} */ text) {
    /** @type {string[]} */ const found = [];
    for (const line of text.split("\x1d").slice(1)) {
      const [township, ...villages] = line.split("\x1e");
      for (const each of villages) {
        const [village, ...operators] = each.split("\x1f");
        found.push(township + village, township, village, ...operators.map((operator) => operator.replace(/\x07/g, village)));
      }
    }
    return found.join("\n");
  }

  /** The shards and their parts, fetched when a query needs them. */
  class Register {
    /** @param {Index} index */
    constructor(index) {
      this.index = index;
      index.norms = {};
      for (const facet of Object.keys(index.words)) index.norms[facet] = index.words[facet].map((word) => gongshi.norm(word[1]));
      /** @type {Array<Shard|null>} */
      this.shards = this.entries().map(() => null);
      /** @type {Promise<Map<string, number[]|null>>|null} */
      this.pairs = null;
      /** @type {{homes: string[], wide: string[]}|null} names as they are searched */
      this.names = null;
      /** @type {Record<string, Promise<string[]>>} */
      this.phrases = {};
      /** @type {Promise<void>|null} */
      this.heard = null;
    }

    /** Whether a query asks for money beyond what is shown of a row. */
    summed(/** @type {Query} */ query) {
      return query.sums || query.sort === "distributed" || query.sort === "amount";
    }

    /** What the index tells of all shards: of places, of operators of several such, of texts that mention a name. */
    entries() {
      return [...this.index.shards, ...(this.index.wide || []), ...(this.index.told || [])];
    }

    /** The parts, beside the core, that a shard's rows need to answer a query. */
    needs(/** @type {Query} */ query) {
      /** @type {string[]} */
      const parts = this.index.shards.length > 1 ? [] : ["amounts"];
      for (const word of query.words) {
        for (const part of TEXTS) {
          if (maybe(this.index.hints[part], word)) parts.push(part === "scope" && DIGITS.test(word) ? "figures" : part);
        }
      }
      if (query.sums) parts.push("amounts", "distributed", "sums");
      else if (this.summed(query)) parts.push(query.sort === "amount" ? "amounts" : "distributed");
      if (query.all) parts.push(...TEXTS);
      return Array.from(new Set(parts)).filter((part) => part !== "figures" || parts.indexOf("scope") < 0);
    }

    /**
     * The shards that can have a row which holds all words, those with the chosen places first.
     * @param {Query} query
     * @returns {Promise<Where>}
     */
    async where(query) {
      const all = this.index.shards.map((_, at) => at), words = query.words;
      const plain = words.length === 1 && !this.summed(query) && !query.all;
      /** @type {Where} */ const found = { numbers: this.ordered(all, query), apart: new Set(), thin: new Set(), name: "" };
      if (!this.index.pairs || !words.length || all.length < 2) return found;
      for (const word of words) {
        if (this.labelled(word) || gongshi.maybeSound(word)) continue;
        const entry = await this.named(word);
        if (entry && plain) return this.within(word, entry, query);
        if (entry) {
          found.numbers = found.numbers.filter((at) => entry[0].indexOf(at) >= 0 || entry[2].indexOf(at) >= 0);
          continue;
        }
        const one = await this.places(word);
        if (!one || one.apart.size && !plain) continue;
        if (words.length === 1) Object.assign(found, { apart: one.apart, thin: one.thin });
        found.numbers = found.numbers.filter((at) => one.numbers.indexOf(at) >= 0).concat(one.together);
      }
      return found;
    }

    /** The shards for a name that has an entry: rows that only mention it stand together, or all do. */
    within(/** @type {string} */ name, /** @type {Entry} */ entry, /** @type {Query} */ query) {
      const [named, together] = entry, told = this.index.shards.length + (this.index.wide || []).length;
      const numbers = [...together, ...this.ordered(named.slice(), query)];
      const thin = new Set(numbers.filter((at) => at < told));
      return { numbers, apart: new Set(), thin, name: thin.size ? name : "" };
    }

    /** Where rows are found by a whole name; null where it has no entry. */
    async named(/** @type {string} */ name) {
      const files = this.index.entries;
      if (!files || !NAME.test(name)) return null;
      return entry(await gongshi.load(files[fold(Array.from(name, (each) => each.charCodeAt(0)), files.length)]), name);
    }

    /** Shards in their order, those with the chosen places first. */
    ordered(/** @type {number[]} */ numbers, /** @type {Query} */ query) {
      const chosen = [...(query.chosen.township || []), ...(query.chosen.village || [])].map((code) => code.slice(0, 9));
      const away = (/** @type {number} */ at) => (this.index.shards[at].townships.some((code) => chosen.indexOf(code) >= 0) ? 0 : 1);
      return chosen.length ? numbers.sort((one, other) => away(one) - away(other) || one - other) : numbers;
    }

    /**
     * Where a word may be: in texts beside the names of their rows, over the edge of such a name, or in names; null for anywhere.
     * @param {string} word
     */
    async places(word) {
      const homes = this.index.shards.map((_, at) => at), all = Array.from(word, (_, at) => word.slice(at, at + 2)).slice(0, -1);
      if (!this.pairs) this.pairs = gongshi.load(/** @type {string} */ (this.index.pairs)).then(rarePairs);
      const rare = await this.pairs;
      const beside = (/** @type {string} */ pair, /** @type {number} */ at) => {
        const where = rare.get(pair);
        return where === null || (where ? where.indexOf(at) >= 0 : !LISTED.test(pair));
      };
      const inside = new Set(homes.filter((at) => all.every((pair) => beside(pair, at))));
      if (2 * inside.size > homes.length) return null;
      /** @type {Names} */ const names = await gongshi.load(/** @type {string} */ (this.index.names));
      const norm = this.names || (this.names = { homes: names.homes.map((each) => gongshi.norm(directory(each))), wide: names.wide.map(gongshi.norm) });
      const edges = /** @type {Hint} */ (this.index.edges), over = all.map((pair) => maybe(edges, pair));
      const together = norm.wide.map((_, at) => at).filter((at) => norm.wide[at].includes(word));
      const apart = new Set(together.reduce((found, at) => found.concat(names.wide[at].split("\n").filter((name) => gongshi.norm(name).includes(word))), /** @type {string[]} */ ([])));
      const named = homes.filter((at) => norm.homes[at].includes(word));
      const across = homes.filter((at) => {
        const pieces = cut(word, all.map((pair, each) => over[each] && beside(pair, at)));
        return pieces.length > 1 && ending(pieces, [norm.homes[at], ...norm.wide]) && pieces.every((piece) => norm.homes[at].includes(piece) || norm.wide.some((each) => each.includes(piece))
          || Array.from(piece, (_, each) => piece.slice(each, each + 2)).slice(0, -1).every((pair) => beside(pair, at)));
      });
      across.forEach((at) => inside.add(at));
      const thin = new Set(named.filter((at) => !inside.has(at)));
      together.forEach((at) => thin.add(homes.length + at));
      return { numbers: homes.filter((at) => inside.has(at) || thin.has(at)), together: together.map((at) => homes.length + at), apart, thin };
    }

    /** Whether a mechanism's or a fund's own words hold a word. */
    labelled(/** @type {string} */ word) {
      return ["mechanism", "fund"].some((facet) => this.index.norms[facet].some((label) => label.includes(word)));
    }

    /** One shard with all that the query needs. */
    async ready(/** @type {number} */ number, /** @type {Query} */ query, /** @type {boolean} */ thin) {
      const needed = this.needs(query).filter((part) => !thin || TEXTED.indexOf(part) < 0 || query.all), file = (/** @type {string} */ part) => gongshi.load(this.entry(number).files[part]);
      const [core, shared] = await Promise.all([file("core"), this.shared("names"), ...needed.map(file)]);
      if (!this.shards[number]) {
        this.shards[number] = new gongshi.Shard(core, this.index, shared);
        await gongshi.pause();
      }
      return this.more(number, needed);
    }

    /** The phrases of a part that stand once for all shards. */
    async shared(/** @type {string} */ part) {
      const file = (this.index.phrases || {})[part];
      if (!file) return undefined;
      if (!this.phrases[part]) this.phrases[part] = gongshi.load(file).then((all) => all.split("\n"));
      return this.phrases[part];
    }

    /** What the index tells of a shard. */
    entry(/** @type {number} */ number) {
      return this.index.shards[number] || this.entries()[number];
    }

    /** A shard with more of its parts, one after the other, so that the page can answer in between. */
    async more(/** @type {number} */ number, /** @type {string[]} */ parts) {
      const shard = /** @type {Shard} */ (this.shards[number]);
      for (const part of parts) {
        if (shard.has[part]) continue;
        const [content, shared] = await Promise.all([gongshi.load(this.entry(number).files[part]), this.shared(part)]);
        if (shard.has[part]) continue;
        shard.has[part] = true;
        shard.add(part, content, shared);
        await gongshi.pause();
      }
      return shard;
    }

    /**
     * Answer a query; `told` hears of every shard that is done, and may say that nobody listens any more.
     * @param {Query} query
     * @param {(answer: Answer, done: number, of: number) => boolean|Promise<boolean>} told
     */
    async answer(query, told) {
      const answer = new Answer(this.index.shards.length > 1);
      if (query.words.some(gongshi.maybeSound)) await this.sounds();
      const where = await this.where(query), wanted = where.numbers;
      if (!wanted.length) told(answer, 0, 0);
      for (let done = 0; done < wanted.length; done++) {
        const shard = await this.ready(wanted[done], query, where.thin.has(wanted[done]));
        take(answer, shard, wanted[done], query, this.counted(where, shard, wanted[done]));
        if (!await told(answer, done + 1, wanted.length)) return null;
        if (done + 1 < wanted.length) await gongshi.pause();
      }
      return answer;
    }

    /**
     * Which rows of a shard are counted there, where rows stand in several; null for all. Rows of operators
     * that stand together are counted there, and those that only mention a name where such stand together.
     * @param {Where} where
     * @param {Shard} shard
     * @param {number} number
     * @returns {((at: number) => boolean)|null}
     */
    counted(where, shard, number) {
      const homes = this.index.shards.length, wide = number >= homes, name = where.name;
      if (!name && !where.apart.size) return null;
      const own = name ? shard.own(name) : null;
      if (own && number >= homes + (this.index.wide || []).length) return (at) => !own[at];
      if (wide && name) shard.named(name).forEach((each) => where.apart.add(each));
      const away = shard.operators.map((each) => where.apart.has(each));
      return (at) => away[shard.operator[at]] === wide && (wide || !own || !!own[at]);
    }

    /** See to the amounts of the rows that are to be shown; in the order of another sum, that one is shown. */
    async worth(/** @type {Answer} */ answer, /** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ sort) {
      if (sort === "distributed") return;
      const numbers = new Set(Array.from(this.sorted(answer).subarray(from, to), (key) => Math.floor(key % ROOM / answer.size)));
      await Promise.all(Array.from(numbers, (number) => this.more(number, ["amounts"])));
    }

    /** The keys of an answer in their order. */
    sorted(/** @type {Answer} */ answer) {
      if (!answer.sorted || answer.sorted.length !== answer.keys.length) answer.sorted = Float64Array.from(answer.keys).sort();
      return answer.sorted;
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
      return Array.from(this.sorted(answer).subarray(from, to), (key) => {
        const place = key % ROOM;
        return /** @type {Shard} */ (this.shards[Math.floor(place / answer.size)]).row(place % answer.size, words);
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
