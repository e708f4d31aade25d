/** What was found: pages of the site, then projects. */
(function (gongshi) {
  "use strict";

  const { make, marked } = gongshi;
  const AROUND = 24, LONGEST = 90;

  /** A text around its first word that was found, marked; null where none is in it. */
  function excerpt(label, text, words) {
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
   */
  gongshi.project = function (row, words) {
    const place = row.place.township + row.place.village || "全县";
    const list = (all) => all.map((each) => each[1]).join("、");
    const left = words.filter((word) => !gongshi.spots(row.name + "\n" + place + "\n" + row.operator, [word]).length);
    return make("li", { className: "gs-card" }, [
      make("h3", {}, [make("a", { href: gongshi.projectAddress(row.id) }, marked(row.name, words, true))]),
      make("p", { className: "gs-meta" }, [
        make("span", { className: "gs-badge gs-stage-" + row.stage[0], textContent: row.stage[1] }),
        " " + row.year + " 年 · ", ...marked(place, words, true), " · 总投入 " + gongshi.rough(row.amount)]),
      make("p", { className: "gs-ways" }, marked(list(row.mechanisms) || "没有写联农带农机制", words)),
      row.operator ? make("p", { className: "gs-meta" }, ["经营主体：", ...marked(row.operator, words, true)]) : null,
      excerpt("编号：", row.id, left),
      excerpt("资金：", list(row.funds), left),
      excerpt("文号：", row.documents.join("、"), left),
      excerpt("协议：", row.agreements.join("、"), left),
      excerpt("信用代码：", row.code, left),
      excerpt("建设内容：", row.scope, left),
    ]);
  };

  /** How well a page answers: 3 by its title, 2 by its description, 1 by a heading, 0 not. */
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
   * The pages that hold all words, by section.
   * @param {Array<{section: string, pages: string[][]}>} guides
   * @param {string[]} words
   */
  gongshi.guides = function (guides, words) {
    if (!words.length) return [];
    return guides.map((group) => ({
      section: group.section,
      pages: group.pages.map((page) => ({ page, strong: strength(page, words) })).filter((each) => each.strong)
        .sort((one, other) => other.strong - one.strong).map((each) => each.page),
    })).filter((group) => group.pages.length);
  };

  /**
   * The list of pages.
   * @param {Array<{section: string, pages: string[][]}>} found
   * @param {string[]} words
   */
  gongshi.guideList = function (found, words) {
    return found.map((group) => make("li", {}, [
      make("span", { className: "gs-badge", textContent: group.section }),
      make("ul", {}, group.pages.map(([address, title, description, headings]) => {
        const heading = (headings || "").split("\x1f").find((each) => gongshi.spots(each, words).length);
        const told = gongshi.spots(description, words).length || !heading ? description : heading;
        return make("li", {}, [
          make("a", { href: gongshi.root + address }, marked(title, words)),
          told ? make("p", { className: "gs-meta" }, marked(told, words)) : null]);
      }))]));
  };
})((window.gongshi = window.gongshi || {}));
