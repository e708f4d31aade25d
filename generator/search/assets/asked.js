/** What is asked for, as the address keeps it: words, chosen facets, order, page. */
(function (gongshi) {
  "use strict";

  /**
   * What the address asks for; `more` are the page's own parameters.
   * @param {string[]} [own]
   * @returns {Asked}
   */
  gongshi.asked = function (own) {
    const hash = location.hash.slice(1);
    const from = new URLSearchParams(hash === "-" || hash.indexOf("=") > 0 ? hash : location.search);
    /** @type {Chosen} */ const chosen = {};
    /** @type {Record<string, string>} */ const more = {};
    for (const facet of gongshi.FACETS) {
      const values = from.getAll(facet).filter(Boolean);
      if (values.length) chosen[facet] = values;
    }
    for (const name of own || []) if (from.get(name)) more[name] = from.get(name) || "";
    const page = parseInt(from.get("page") || "1", 10);
    return { text: from.get("q") || "", chosen, sort: from.get("sort") || "", page: page > 0 ? page : 1, more };
  };

  /** The address's own words for what is asked. */
  gongshi.asking = function (asked) {
    const to = new URLSearchParams();
    if (asked.text) to.set("q", asked.text);
    for (const facet of gongshi.FACETS) for (const value of asked.chosen[facet] || []) to.append(facet, value);
    if (asked.sort) to.set("sort", asked.sort);
    if (asked.page > 1) to.set("page", String(asked.page));
    for (const name of Object.keys(asked.more)) if (asked.more[name]) to.set(name, asked.more[name]);
    const text = to.toString();
    return location.pathname + (text ? "?" + text : "");
  };

  /**
   * Keep what is asked in the address. Opened from a folder, some browsers refuse that: then it goes behind `#`.
   * @param {Asked} asked
   * @param {boolean} step whether "back" should come back to what was before
   */
  gongshi.keep = function (asked, step) {
    const address = gongshi.asking(asked);
    try {
      history[step ? "pushState" : "replaceState"](null, "", address);
    } catch (refused) {
      const hash = "#" + (address.split("?")[1] || "-");
      if (step) location.hash = hash;
      else location.replace(hash);
    }
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
