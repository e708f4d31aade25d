/** The rows of one shard, and which of them hold a word. */
(function (gongshi) {
  "use strict";

  const { numbers, recent, masks, money, texts, kinds, ordered, codes, figures } = gongshi.columns;
  const BETWEEN = "\x1f", END = "\n";

  class Shard {
    /**
     * @param {Core} core
     * @param {Index} index the list of what there is to load
     * @param {string[]} [shared] the phrases of names that stand once for all shards
     */
    constructor(core, index, shared) {
      this.index = index;
      this.n = core.rows;
      this.rows = Array.from(new Array(this.n), (_, row) => row);
      this.year = numbers(core.years).map((each) => each + core.first);
      this.order = kinds(core.names, shared);
      this.industry = spread(numbers(core.industries), this.order);
      this.byYear = ordered(this.year);
      this.stage = spread(numbers(core.stages), this.byYear);
      this.mechanism = masks(core.mechanisms, this.order);
      this.fund = masks(core.funds, this.order);
      this.condition = masks(core.conditions, ordered(this.stage));
      this.warnings = numbers(core.warnings);
      /** @type {Float64Array} */
      this.amount = new Float64Array(this.n);
      this.place = recent(core.place);
      this.places = places(core.places);
      this.operator = recent(core.operator);
      this.operators = this.placed(core.operators.split(END));
      this.kinds = numbers(core.kinds);
      const serial = core.ids.serial && numbers(core.ids.serial);
      this.ids = serial
        ? Array.from(serial, (each, at) => core.ids.prefix + this.year[at] + "-" + String(each).padStart(core.ids.width, "0"))
        : texts(core.ids, this.rows, () => "");
      this.names = this.texts(core.names, this.rows, shared);
      /** @type {Record<string, boolean>} */
      this.has = {};
      /** @type {Record<string, FacetColumn>} */
      this.facets = {};
      /** @type {Record<string, string[]>} */
      this.texted = {};
      /** @type {string[]} */
      this.codes = [];
      /** @type {string[]} */
      this.codeNorms = [];
      /** @type {Uint32Array} */
      this.code = new Uint32Array(0);
      /** @type {Array<[string, number[]]>} */
      this.figures = [];
      /** @type {Sums|undefined} */
      this.sums = undefined;
      /** @type {Float64Array} */
      this.distributed = new Float64Array(this.n);
      /** @type {Record<string, Hay>} */
      this.hays = { core: hay([this.ids, this.names]) };
      this.placeNorms = lines(this.places.map((each) => each.township + each.village));
      this.operatorNorms = lines(this.operators);
    }

    /** Names of operators with the place where each is first met instead of its marks. */
    placed(/** @type {string[]} */ names) {
      /** @type {Place[]} */ const first = [];
      this.operator.forEach((each, row) => { if (!first[each]) first[each] = this.places[this.place[row]]; });
      return names.map((name, at) => name.replace(/[\x03\x07]/g, (mark) => mark === "\x03" ? first[at].township : first[at].village));
    }

    /**
     * @param {Texts} column
     * @param {number[]} order
     * @param {string[]} [shared]
     */
    texts(column, order, shared) {
      const serial = /[0-9]{3,}$/;
      return texts(column, order, (row, mark) => {
        const place = this.places[this.place[row]];
        switch (mark) {
          case 2: return place.township + place.village;
          case 3: return place.township;
          case 4: return this.operators[this.operator[row]];
          case 5: return String(this.year[row]);
          case 7: return place.village;
          default: return (serial.exec(this.ids[row]) || [""])[0];
        }
      }, shared);
    }

    /**
     * Take in a part that was fetched later.
     * @param {string} name
     * @param {any} part as its kind is: see columns.js
     * @param {string[]} [shared] the phrases of it that stand once for all shards
     */
    add(name, part, shared) {
      if (name === "sums") {
        const exact = (/** @type {Float64Array} */ rough, /** @type {any} */ beyond) => money(beyond).map((each, row) => each + rough[row] * 1e4 - 5000);
        this.sums = {
          households: numbers(part.households), income: money(part.income),
          distributed: exact(this.distributed, part.distributed), amounts: exact(this.amount, part.amounts),
        };
      } else if (name === "distributed") {
        this.distributed = spread(numbers(part.distributed), this.byYear);
      } else if (name === "amounts") {
        this.amount = spread(numbers(part.amounts), this.order);
      } else if (name === "codes") {
        ({ codes: this.codes, code: this.code } = codes(part, this.operator));
        this.codeNorms = this.codes.map((each) => each.toLowerCase());
      } else if (name === "figures") {
        this.figures = figures(part, this.order);
      } else {
        /** @type {Record<string, number[]>} */ const orders = { scope: this.order, documents: ordered(this.fund), agreements: this.rows };
        for (const each of Object.keys(part)) this.texted[each] = this.texts(part[each], orders[each], shared);
        this.hays[name] = hay(Object.keys(part).map((each) => this.texted[each]));
      }
    }

    /**
     * What each row has of a word: 0 nothing, 3 in its name, 2 elsewhere, 1 only by its sound.
     * @param {string} word
     * @returns {Uint8Array}
     */
    match(word) {
      const found = new Uint8Array(this.n);
      const at = (/** @type {number[]} */ hits, /** @type {Uint32Array} */ of) => of.forEach((value, row) => { if (hits[value] > found[row]) found[row] = hits[value]; });
      at(sounds(word, this.placeNorms), this.place);
      at(sounds(word, this.operatorNorms), this.operator);
      const mechanism = mask(word, this.index.norms.mechanism), fund = mask(word, this.index.norms.fund);
      if (mechanism) this.mechanism.forEach((each, row) => { if (each & mechanism) found[row] = 2; });
      if (fund) this.fund.forEach((each, row) => { if (each & fund) found[row] = 2; });
      at(this.codeNorms.map((each) => (each.includes(word) ? 2 : 0)), this.code);
      if (!this.hays.scope) for (const [run, rows] of this.figures) if (run.includes(word)) for (const row of rows) found[row] = Math.max(found[row], 2);
      for (const name of Object.keys(this.hays)) search(this.hays[name], word, found, name === "core");
      return found;
    }

    /** Which rows are found by their own place or operator. */
    own(/** @type {string} */ name) {
      const place = this.placeNorms.map((each) => each.includes(name)), operator = this.operatorNorms.map((each) => each.includes(name));
      return Uint8Array.from(this.rows, (at) => (place[this.place[at]] || operator[this.operator[at]] ? 1 : 0));
    }

    /** The operators whose names hold a name. */
    named(/** @type {string} */ name) {
      return this.operators.filter((_, at) => this.operatorNorms[at].includes(name));
    }

    /** The numbers of a row's scope that hold a word, as they are known without its text. */
    figured(/** @type {number} */ at, /** @type {string[]} */ asked) {
      return this.figures.filter(([run, rows]) => asked.some((/** @type {string} */ word) => run.includes(word)) && rows.includes(at))
        .map(([run]) => "…" + run + "…").join("");
    }

    /**
     * One row as it is shown.
     * @param {number} at
     * @param {string[]} [asked] the words that were asked for
     */
    row(at, asked) {
      const place = this.places[this.place[at]], words = this.index.words;
      const some = (/** @type {number} */ mask, /** @type {string} */ facet) => words[facet].filter((_, bit) => mask / 2 ** bit & 1);
      const kind = this.kinds[this.operator[at]];
      return {
        id: this.ids[at], name: this.names[at], year: this.year[at], place,
        operator: this.operators[this.operator[at]], kind: kind ? words.operator[kind - 1] : null,
        stage: words.stage[this.stage[at]], industry: words.industry[this.industry[at]],
        mechanisms: some(this.mechanism[at], "mechanism"), funds: some(this.fund[at], "fund"),
        conditions: some(this.condition[at], "condition"),
        amount: this.sums ? this.sums.amounts[at] / 100 : this.amount[at] * 100, warnings: this.warnings[at],
        code: this.codes[this.code[at]] || "",
        scope: this.texted.scope ? this.texted.scope[at] : this.figured(at, asked || []),
        documents: split(this.texted.documents, at), agreements: split(this.texted.agreements, at),
        households: this.sums ? this.sums.households[at] : 0,
        income: this.sums ? this.sums.income[at] / 100 : 0,
        distributed: this.sums ? this.sums.distributed[at] / 100 : this.distributed[at] * 100,
      };
    }
  }

  function split(/** @type {string[]|undefined} */ column, /** @type {number} */ at) {
    return column && column[at] ? column[at].split(BETWEEN) : [];
  }

  /** @param {string} tree lines of a township, `:` and its villages */
  function places(tree) {
    const found = [];
    for (const line of tree ? tree.split(END) : []) {
      const colon = line.indexOf(":"), code = line.slice(0, 9), township = line.slice(9, colon);
      for (const each of line.slice(colon + 1).split("/")) {
        found.push({ code: code + each.slice(0, 3), township, village: each.slice(3) });
      }
    }
    return found;
  }

  /** What stands in an order, by row. */
  function spread(/** @type {Float64Array} */ values, /** @type {number[]} */ order) {
    const found = new Float64Array(values.length);
    order.forEach((row, at) => { found[row] = values[at]; });
    return found;
  }

  function lines(/** @type {string[]} */ all) {
    return all.length ? gongshi.norm(all.join(END)).split(END) : [];
  }

  /** One text of all rows, and where each row, and its second field, begins. */
  function hay(/** @type {string[][]} */ fields) {
    const normal = fields.map(lines), many = fields[0].length;
    const starts = new Uint32Array(many + 1), seconds = new Uint32Array(many), parts = new Array(many);
    let at = 0;
    for (let row = 0; row < many; row++) {
      const whole = normal.map((each) => each[row]).join(BETWEEN);
      starts[row] = at;
      seconds[row] = at + normal[0][row].length + 1;
      parts[row] = whole;
      at += whole.length + 1;
    }
    starts[many] = at;
    return { text: parts.join(END) + END, starts, seconds };
  }

  /** Marks the rows of a hay that hold the word; in `core` the second field is the name. */
  function search(/** @type {Hay} */ hay, /** @type {string} */ word, /** @type {Uint8Array} */ found, /** @type {boolean} */ core) {
    const { text, starts, seconds } = hay;
    let row = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      let high = starts.length - 1;
      while (row + 1 < high) {
        const middle = (row + high) >> 1;
        if (starts[middle] <= at) row = middle; else high = middle;
      }
      const strength = core && at >= seconds[row] ? 3 : 2;
      if (found[row] < strength) found[row] = strength;
      if (strength === 3 || !core) at = starts[row + 1] - 1;
    }
  }

  function mask(/** @type {string} */ word, /** @type {string[]} */ labels) {
    return labels.reduce((found, label, bit) => (label.includes(word) ? found | (1 << bit) : found), 0);
  }

  /** For each name: 2 where it holds the word, 1 where it only sounds so. */
  function sounds(/** @type {string} */ word, /** @type {string[]} */ names) {
    const sound = gongshi.sound && gongshi.sound(word);
    return names.map((/** @type {string} */ name) => (name.includes(word) ? 2 : sound && sound(name) ? 1 : 0));
  }

  gongshi.Shard = Shard;
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
