/** Small tools of the pages: elements, marked words, addresses, numbers. */
(function (gongshi) {
  "use strict";

  /**
   * @param {string} tag
   * @param {Object<string, any>} [properties] those that an element lacks become attributes
   * @param {Array<Node|string|null>} [children]
   * @returns {HTMLElement}
   */
  gongshi.make = function (tag, properties, children) {
    const made = document.createElement(tag), own = /** @type {Record<string, any>} */ (made);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name in made && name !== "list" && name !== "form") own[name] = value;
      else made.setAttribute(name, value);
    }
    for (const child of children || []) if (child !== null) made.append(child);
    return made;
  };

  /** Put new children into an element. */
  gongshi.fill = function (element, children) {
    while (element.firstChild) element.removeChild(element.firstChild);
    for (const child of children) if (child !== null) element.append(child);
  };

  /**
   * A text with the words marked where they stand, or where they are heard.
   * @param {string} text
   * @param {string[]} words
   * @param {boolean} [heard] whether the text is a name that may be known by its sound
   */
  gongshi.marked = function (text, words, heard) {
    let spots = gongshi.spots(text, words);
    if (!spots.length && heard) {
      for (const word of words) {
        const spot = gongshi.maybeSound(word) && gongshi.heard(gongshi.norm(text), word);
        if (spot) spots = [spot];
      }
    }
    const pieces = [];
    let at = 0;
    for (const [from, to] of spots) {
      if (from > at) pieces.push(text.slice(at, from));
      pieces.push(gongshi.make("mark", { textContent: text.slice(from, to) }));
      at = to;
    }
    if (at < text.length) pieces.push(text.slice(at));
    return pieces;
  };

  /** The page of a project. */
  gongshi.projectAddress = function (id) {
    return gongshi.root + "projects/" + encodeURIComponent(id.slice(0, -3)) + "/" + encodeURIComponent(id) + ".html";
  };

  /** The page of a village. */
  gongshi.villageAddress = function (code) {
    return gongshi.root + "places/" + code.slice(0, 6) + "/" + code + ".html";
  };

  /** A number with its thousands set apart, with at most two decimals. */
  gongshi.count = function (number) {
    const [whole, part] = String(Math.round(number * 100) / 100).split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? "." + part : "");
  };

  /** An amount in the unit in which one speaks of it, as the other pages have it. */
  gongshi.rough = function (yuan) {
    if (yuan < 1e4) return gongshi.count(yuan) + " 元";
    return yuan < 1e8 ? gongshi.count(yuan / 1e4) + " 万元" : gongshi.count(yuan / 1e8) + " 亿元";
  };

  /** A number of households; a small group is not told apart. */
  gongshi.households = function (number) {
    return number > 0 && number <= 3 ? "≤3" : gongshi.count(number);
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
