/** What was found: pages of the site, then projects. */
(function (gongshi) {
  "use strict";

  const { make, marked } = gongshi;
  const AROUND = 24, LONGEST = 90;

  /** A text around its first word that was found, marked; null where none is in it. */
  function excerpt(/** @type {string} */ label, /** @type {string} */ text, /** @type {string[]} */ words) {
    const spots = text ? gongshi.spots(text, words) : [];
    if (!spots.length) return null;
    const from = Math.max(0, spots[0][0] - AROUND), to = Math.min(text.length, Math.max(spots[0][1], from + LONGEST));
    const cut = (from ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : "");
    return make("p", { className: "gs-meta" }, [label, ...marked(cut, words)]);
  }

  /**
   * One project.
   * @param {any} row
   * @param {string[]} words
   * @param {string} sort in the order of what was distributed the row shows that sum, else the amount
   */
  gongshi.project = function (row, words, sort) {
    const place = row.place.township + row.place.village || "全县";
    const list = (/** @type {Word[]} */ all) => all.map((each) => each[1]).join("、");
    const left = words.filter((word) => !gongshi.spots(row.name + "\n" + place + "\n" + row.operator, [word]).length);
    return make("li", { className: "gs-card" }, [
      make("h3", {}, [make("a", { href: gongshi.projectAddress(row.id) }, marked(row.name, words, true))]),
      make("p", { className: "gs-meta" }, [
        make("span", { className: "gs-badge gs-stage-" + row.stage[0], textContent: row.stage[1] }),
        " " + row.year + " 年 · ", ...marked(place, words, true), sort === "distributed" ? " · 村收益和付给农户合计 " + gongshi.rough(row.distributed) : " · 总投入 " + gongshi.rough(row.amount)]),
      make("p", { className: "gs-ways" }, marked(list(row.mechanisms) || "没有写联农带农机制", words)),
      row.operator ? make("p", { className: "gs-meta" }, ["经营主体：", ...marked(row.operator, words, true)]) : null,
      row.warnings ? make("p", { className: "gs-hint", textContent: "有 " + row.warnings + " 条检查提示" }) : null,
      excerpt("编号：", row.id, left),
      excerpt("资金：", list(row.funds), left),
      excerpt("文号：", row.documents.join("、"), left),
      excerpt("协议：", row.agreements.join("、"), left),
      excerpt("信用代码：", row.code, left),
      excerpt("建设内容：", row.scope, left),
    ]);
  };

  /**
   * How well a page answers: 3 by its title, 2 by its description, 1 by a heading, 0 not.
   * @param {Guide} page
   * @param {string[]} words
   */
  function strength(page, words) {
    const fields = page.slice(1).map(gongshi.norm);
    let found = 3;
    for (const word of words) {
      const at = fields.findIndex((each) => each.includes(word));
      if (at < 0) return 0;
      found = Math.min(found, 3 - at);
    }
    return found;
  }

  /**
   * The page, if it holds all words; by its text only where texts are given.
   * @param {Guide} page
   * @param {string[]} words
   * @param {Passages} [texts]
   * @returns {Hit|null}
   */
  function hit(page, words, texts) {
    const strong = strength(page, words);
    if (strong || !texts) return strong ? { page, strong } : null;
    const passage = (texts[page[0]] || []).find(([, heading, text]) => {
      const whole = gongshi.norm(heading + "\n" + text);
      return words.every((word) => whole.includes(word));
    });
    return passage ? { page, strong: 0, passage } : null;
  }

  /**
   * The pages that hold all words, by section.
   * @param {Section[]} guides
   * @param {string[]} words
   * @param {Passages} [texts] the texts of the pages, where they were fetched
   * @returns {Hits[]}
   */
  gongshi.guides = function (guides, words, texts) {
    if (!words.length) return [];
    return guides.map((group) => {
      /** @type {Hit[]} */ const pages = [];
      for (const page of group.pages) {
        const one = hit(page, words, texts);
        if (one) pages.push(one);
      }
      return { section: group.section, pages: pages.sort((one, other) => other.strong - one.strong) };
    }).filter((group) => group.pages.length);
  };

  /**
   * One page with what it says of the words.
   * @param {Hit} found
   * @param {string[]} words
   */
  function guide({ page: [address, title, description, headings], passage }, words) {
    if (passage) {
      const [anchor, heading, text] = passage;
      return make("li", {}, [
        make("a", { href: gongshi.root + address + (anchor ? "#" + anchor : "") }, marked(heading ? title + "：" + heading : title, words)),
        excerpt("", text, words)]);
    }
    const heading = (headings || "").split("\x1f").find((each) => gongshi.spots(each, words).length);
    const told = gongshi.spots(description, words).length || !heading ? description : heading;
    return make("li", {}, [
      make("a", { href: gongshi.root + address }, marked(title, words)),
      told ? make("p", { className: "gs-meta" }, marked(told, words)) : null]);
  }

  /**
   * The list of pages.
   * @param {Hits[]} found
   * @param {string[]} words
   */
  gongshi.guideList = function (found, words) {
    return found.map((group) => make("li", {}, [
      make("span", { className: "gs-badge", textContent: group.section }),
      make("ul", {}, group.pages.map((each) => guide(each, words)))]));
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
