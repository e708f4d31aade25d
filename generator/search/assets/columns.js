/** Reads the columns that generator/search writes (planes.py, recent.py, texts.py). */
(function (gongshi) {
  "use strict";

  const DIGIT = new Uint8Array(128);
  for (let code = 35, at = 0; code < 127; code++) if (code !== 92) DIGIT[code] = at++;
  const BASE = 91;
  const MARK = /[\x01-\x07]/;

  /**
   * @param {string[]} planes the lowest digits first
   * @returns {Float64Array}
   */
  function numbers(planes) {
    const found = new Float64Array(planes[0].length);
    for (let plane = 0, unit = 1; plane < planes.length; plane++, unit *= BASE) {
      const digits = planes[plane];
      for (let at = 0; at < digits.length; at++) found[at] += DIGIT[digits.charCodeAt(at)] * unit;
    }
    return found;
  }

  /**
   * @param {string[]} planes 0 for a new value, k for the k-th newest
   * @returns {Uint32Array}
   */
  function recent(planes) {
    const back = numbers(planes), found = new Uint32Array(back.length);
    let known = 0;
    for (let at = 0; at < back.length; at++) found[at] = back[at] ? known - back[at] : known++;
    return found;
  }

  /**
   * @param {{masks: number[], i: string[]}} column
   * @returns {Float64Array} a bit mask for every row; at most 52 words
   */
  function sets(column) {
    return numbers(column.i).map((at) => column.masks[at]);
  }

  /**
   * @param {{unit: number, i: string[]}} column
   * @returns {Float64Array} amounts in fen
   */
  function money(column) {
    return numbers(column.i).map((each) => each * column.unit);
  }

  /**
   * @param {{w: string, i: string[], n: string[]}} column
   * @param {ArrayLike<number>} order the rows in the order in which their texts stand
   * @param {(row: number, mark: number) => string} own what a mark stands for in a row
   * @returns {string[]} the texts by row
   */
  function texts(column, order, own) {
    const phrases = column.w.split("\n"), sequence = numbers(column.i), figures = numbers(column.n);
    const pieces = phrases.map((phrase) => (MARK.test(phrase) ? phrase.split(/([\x01-\x07])/) : null));
    const counts = pieces.map((piece) => (piece ? piece.filter((each) => each === "\x01").length : 0));
    const next = starts(sequence, counts);
    const found = new Array(order.length);
    let at = 0;
    for (let text = 0; text < order.length; text++) {
      let whole = "";
      for (; sequence[at]; at++) {
        const phrase = sequence[at] - 1, piece = pieces[phrase];
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
  function starts(sequence, counts) {
    const often = new Uint32Array(counts.length + 1), found = new Uint32Array(counts.length + 1);
    for (let at = 0; at < sequence.length; at++) if (sequence[at]) often[sequence[at] - 1]++;
    for (let at = 0; at < counts.length; at++) found[at + 1] = found[at] + often[at] * counts[at];
    return found;
  }

  gongshi.columns = { numbers, recent, sets, money, texts };
})((window.gongshi = window.gongshi || {}));
