/** Reads the columns that generator/search writes (planes.py, recent.py, texts.py). */
(function (gongshi) {
  "use strict";

  const DIGIT = new Uint8Array(128);
  for (let code = 35, at = 0; code < 127; code++) if (code !== 92) DIGIT[code] = at++;
  const BASE = 91, ROUND = 60;
  const MARK = /[\x01-\x07]/;

  /**
   * @param {string[]} planes the lowest digits first
   * @returns {Float64Array}
   */
  function numbers(planes) {
    const found = new Float64Array(planes[0].length);
    for (let plane = 0, unit = 1; plane < planes.length; plane++, unit *= ROUND) {
      const digits = planes[plane];
      for (let at = 0; at < digits.length; at++) found[at] += DIGIT[digits.charCodeAt(at)] * unit;
    }
    return found;
  }

  const LEADS = [51, 30, 9, 1];
  /** For each leading digit: how many characters follow, and what to add to their number. */
  /** @type {Array<[number, number]>} */
  const LEAD = [];
  LEADS.reduce((before, leads, more) => {
    for (let each = 0; each < leads; each++) LEAD.push([more, before + each * BASE ** more]);
    return before + leads * BASE ** more;
  }, 0);

  /**
   * @param {string} text small numbers as one character, others as more
   * @returns {Uint32Array}
   */
  function sequence(text) {
    const found = new Uint32Array(text.length);
    let many = 0;
    for (let at = 0; at < text.length; at++) {
      const [more, base] = LEAD[DIGIT[text.charCodeAt(at)]];
      let rest = 0;
      for (let each = 0; each < more; each++) rest = rest * BASE + DIGIT[text.charCodeAt(++at)];
      found[many++] = base + rest;
    }
    return found.subarray(0, many);
  }

  /**
   * @param {string} text 0 for a new value, k for the k-th newest
   * @returns {Uint32Array}
   */
  function recent(text) {
    const back = sequence(text), found = new Uint32Array(back.length);
    let known = 0;
    for (let at = 0; at < back.length; at++) found[at] = back[at] ? known - back[at] : known++;
    return found;
  }

  /**
   * @param {SetColumn} column
   * @param {number[]} order the rows in the order in which their sets stand
   * @returns {Uint32Array} a bit mask for every row; at most 31 words
   */
  function masks(column, order) {
    const found = new Uint32Array(order.length), which = sequence(column.i), sets = new Uint32Array(column.sets[0].length);
    column.sets.forEach((digits, plane) => {
      for (let at = 0; at < digits.length; at++) sets[at] |= DIGIT[digits.charCodeAt(at)] << (6 * plane);
    });
    order.forEach((row, at) => { found[row] = sets[which[at]]; });
    return found;
  }

  /**
   * @param {{unit: number, i: string[]}} column
   * @returns {Float64Array} amounts in fen
   */
  function money(column) {
    return numbers(column.i).map((each) => each * column.unit);
  }

  /**
   * @param {{w: string, i: string, n: string[]}} column
   * @param {ArrayLike<number>} order the rows in the order in which their texts stand
   * @param {(row: number, mark: number) => string} own what a mark stands for in a row
   * @param {string[]} [shared] the phrases that stand once for all shards
   * @returns {string[]} the texts by row
   */
  function texts(column, order, own, shared) {
    const phrases = (shared || []).concat(column.w.split("\n")), which = sequence(column.i), figures = numbers(column.n);
    /** @type {Array<string[]|null|undefined>} */
    const pieces = new Array(phrases.length);
    const next = starts(which, phrases), found = new Array(order.length);
    let at = 0;
    for (let text = 0; text < order.length; text++) {
      let whole = "";
      for (; which[at]; at++) {
        const phrase = which[at] - 1;
        let piece = pieces[phrase];
        if (piece === undefined) piece = pieces[phrase] = MARK.test(phrases[phrase]) ? phrases[phrase].split(/([\x01-\x07])/) : null;
        if (!piece) whole += phrases[phrase];
        else for (let k = 0; k < piece.length; k++) {
          if (k % 2 === 0) whole += piece[k];
          else if (piece[k] === "\x01") whole += figures[next[phrase]++];
          else whole += own(order[text], piece[k].charCodeAt(0));
        }
      }
      at++;
      found[order[text]] = whole;
    }
    return found;
  }

  /** Where the numbers of each phrase begin. */
  function starts(/** @type {Uint32Array} */ which, /** @type {string[]} */ phrases) {
    const often = new Uint32Array(phrases.length), found = new Uint32Array(phrases.length);
    for (let at = 0; at < which.length; at++) if (which[at]) often[which[at] - 1]++;
    for (let at = 0, many = 0; at < often.length; at++) {
      found[at] = many;
      if (often[at]) many += often[at] * (phrases[at].split("\x01").length - 1);
    }
    return found;
  }

  /**
   * The rows by the phrase that each text ends with, read from behind: alike ones stand together.
   * @param {Texts} column
   * @param {string[]} [shared]
   */
  function kinds(column, shared) {
    const phrases = (shared || []).concat(column.w.split("\n")), which = sequence(column.i);
    /** @type {Record<number, string>} */ const turned = { 0: "" };
    /** @type {string[]} */ const ends = [];
    for (let at = 0; at < which.length; at++) {
      if (which[at]) continue;
      const last = at ? which[at - 1] : 0;
      if (turned[last] === undefined) turned[last] = Array.from(phrases[last - 1]).reverse().join("");
      ends.push(turned[last]);
    }
    return ordered(ends);
  }

  /** The rows by a column's value, those of one value as they stand. */
  function ordered(/** @type {ArrayLike<number|string>} */ column) {
    return Array.from(column, (_, row) => row).sort((one, other) => (column[one] < column[other] ? -1 : column[one] > column[other] ? 1 : one - other));
  }

  const CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY", ORGANISATION = [3, 7, 9, 10, 5, 8, 4, 2];
  const WHOLE = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

  /** A credit code from its first sixteen characters: two checks follow. */
  function checked(/** @type {string} */ body) {
    const sum = (/** @type {string} */ text, /** @type {number[]} */ weights, /** @type {(each: string) => number} */ value) => weights.reduce((all, weight, at) => all + weight * value(text[at]), 0);
    const rest = (11 - sum(body.slice(8), ORGANISATION, (each) => parseInt(each, 36)) % 11) % 11;
    const most = body + (rest === 10 ? "X" : rest);
    return most + CODE[(31 - sum(most, WHOLE, (each) => CODE.indexOf(each)) % 31) % 31];
  }

  /**
   * @param {{code: string, heads: string[], head: string, bodies: string, odd: string}} column
   * @param {ArrayLike<number>} operator each row's operator
   * @returns {{codes: string[], code: Uint32Array}} the codes, and which one each row has
   */
  function codes(column, operator) {
    const odd = column.odd.split("\n"), back = sequence(column.code), code = new Uint32Array(back.length);
    let bodies = 0, odds = 0, many = 0;
    const codes = Array.from(sequence(column.head), (head) => (head
      ? checked(column.heads[head - 1] + column.bodies.slice(6 * bodies, 6 * ++bodies)) : odd[odds++]));
    /** @type {Object<number, number[]>} */
    const known = {};
    for (let at = 0; at < back.length; at++) {
      const mine = known[operator[at]] || (known[operator[at]] = []);
      if (!back[at]) mine.push(many++);
      code[at] = mine[mine.length - (back[at] || 1)];
    }
    return { codes, code };
  }

  /**
   * @param {{runs: string, many: string, rows: string}} column
   * @param {ArrayLike<number>} order the rows in the order in which they are counted
   * @returns {Array<[string, number[]]>} runs of digits with their rows
   */
  function figures(column, order) {
    const many = sequence(column.many), gaps = sequence(column.rows);
    let next = 0;
    return column.runs.split("\n").filter(Boolean).map((run, at) => {
      /** @type {number[]} */
      const rows = [];
      for (let each = 0, row = -1; each < many[at]; each++) {
        row += gaps[next++] + 1;
        rows.push(order[row]);
      }
      return [run, rows];
    });
  }

  gongshi.columns = { numbers, recent, masks, money, texts, kinds, ordered, codes, figures };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
