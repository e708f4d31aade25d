/** The search page. */
(function (gongshi) {
  "use strict";

  const found = document.getElementById("gs-search");
  if (!found) return;
  const form = /** @type {HTMLFormElement} */ (found);
  const { make, fill, count } = gongshi;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.getElementById("gs-" + name));
  const input = /** @type {HTMLInputElement} */ (part("q")), sort = /** @type {HTMLSelectElement} */ (part("sort"));
  const PAGE = 20, WAIT = 150;
  /** Words that ask and are the name of nothing. */
  const ASKING = /请问|(?:什么|啥)时候|什么[叫是]|(?:是|有)[什啥]么?|[叫是]啥|啥[叫是]|(?:怎么|怎样|如何)[样办算分]?|为(?:什么|啥)|[有是]?哪[些个里]|有没有|有多少|多少钱?|我(?:们家?|家)|咱(?:们家?|家)?|[吗呢吧的？?！!。，,；;：:]/g;
  const open = { township: true, mechanism: true };
  const wide = window.matchMedia("(min-width: 60em)");
  let asked = gongshi.asked(), run = 0, timer = 0;
  /** The words whose pages are looked for in their whole text, too. */
  let reading = "";
  /** @type {Register} */ let register;

  document.documentElement.classList.add("gs-live");
  const unfold = () => { /** @type {HTMLDetailsElement} */ (part("refine")).open = wide.matches; };
  unfold();

  function say(/** @type {string} */ text) {
    part("status").textContent = text;
  }

  function show() {
    input.value = asked.text;
    for (const box of document.querySelectorAll(".gs-find input")) /** @type {HTMLInputElement} */ (box).value = asked.text;
    sort.value = asked.sort || "relevance";
  }

  async function search() {
    const mine = ++run, words = gongshi.words(asked.text);
    form.removeAttribute("data-done");
    const query = { words, chosen: asked.chosen, sort: asked.sort || "relevance" };
    try {
      if (!register) {
        const index = await gongshi.index();
        register = register || new gongshi.Register(index);
      }
      if (mine !== run) return;
      const guided = words.length ? gongshi.load(register.index.guides) : null;
      /** @type {{answer: Answer, left: number}|null} */ let last = null;
      /** @type {Hits[]} */ let pages = [];
      const show = () => { if (last && mine === run) draw(last.answer, words, pages, last.left); };
      if (guided) guided.then((all) => { pages = gongshi.guides(all, words); }, () => {});
      await register.answer(query, async (answer, done, of) => {
        if (mine !== run) return false;
        if (done < of && done > 1 && answer.total > PAGE) return true;
        const from = (asked.page - 1) * PAGE;
        await register.worth(answer, from, from + PAGE, asked.sort);
        last = { answer, left: of - done };
        show();
        return mine === run;
      });
      if (!guided) return;
      const all = await guided;
      if (mine !== run) return;
      if (reading === asked.text) {
        const texts = await gongshi.load(register.index.texts);
        pages = gongshi.guides(all, words, texts);
      }
      show();
    } catch (failed) {
      if (mine === run) say("项目目录没有取到。请看看网络，再刷新这一页。");
    }
  }

  function draw(/** @type {Answer} */ answer, /** @type {string[]} */ words, /** @type {Hits[]} */ found, /** @type {number} */ left) {
    const last = Math.max(1, Math.ceil(answer.total / PAGE));
    if (!left && asked.page > last) asked.page = last;
    const from = (asked.page - 1) * PAGE, rows = register.rows(answer, from, from + PAGE, words);
    fill(part("guide-list"), gongshi.guideList(found, words));
    part("guides").hidden = !words.length;
    part("guides-heading").hidden = reading !== asked.text && !found.length;
    part("read").hidden = reading === asked.text;
    part("read-none").hidden = reading !== asked.text || found.length > 0;
    const list = /** @type {HTMLOListElement} */ (part("list"));
    list.start = from + 1;
    fill(list, rows.map((row) => gongshi.project(row, words, asked.sort)));
    gongshi.facets(part("facets"), register, answer, asked, open);
    gongshi.chosen(part("chosen"), register, asked, drop, clear);
    pager(last);
    nearest(answer, found, left);
    places();
    say(told(answer, found, from, rows.length, left));
    part("ledger").setAttribute("href", "ledger.html?" + (gongshi.asking(Object.assign({}, asked, { page: 1, sort: "" })).split("?")[1] || ""));
    part("ledger").hidden = !answer.total;
    part("static").hidden = !!(asked.text || Object.keys(asked.chosen).length);
    if (left) form.removeAttribute("data-done");
    else form.setAttribute("data-done", String(answer.total));
  }

  function told(/** @type {Answer} */ answer, /** @type {Hits[]} */ found, /** @type {number} */ from, /** @type {number} */ shown, /** @type {number} */ left) {
    const wait = left ? "还在查另外 " + left + " 片地方…" : "";
    const pages = found.reduce((sum, group) => sum + group.pages.length, 0);
    const beside = pages ? "，另有 " + pages + " 页说明" : "";
    if (!answer.total) return wait || "没有找到符合的项目" + beside + "。";
    const sound = answer.sounding ? "，其中 " + count(answer.sounding) + " 个只是读音相同" : "";
    return "找到 " + count(answer.total) + " 个项目" + sound + beside + "。这里是第 " + count(from + 1) + " 到 " + count(from + shown) + " 个。" + wait;
  }

  function nearest(/** @type {Answer} */ answer, /** @type {Hits[]} */ found, /** @type {number} */ left) {
    const none = !left && !answer.total;
    part("none").hidden = !none;
    if (!none) return;
    const narrowed = Object.keys(asked.chosen).length > 0, year = yearly(), bare = unquestioned();
    const near = register.nearest(asked.text, 6).filter((/** @type {string} */ name) => name !== bare);
    fill(part("none"), [
      year ? make("p", {}, ["按年度看：", offer(year, (year.text ? year.text + "，" : "") + year.chosen.year[0] + " 年的项目")]) : null,
      bare ? make("p", {}, ["只查这几个字：", offer({ text: bare, chosen: asked.chosen }, bare)]) : null,
      make("p", { textContent: narrowed ? "可以去掉上面的几项筛选再看。" : "换个短一点的词再试，比如只写村名的前两个字。" }),
      make("p", {}, ["问钱给了没有，看", make("a", { href: "lists/index.html#warned", textContent: "有检查提示的项目" }), "；要反映问题，看", make("a", { href: "help/object.html", textContent: "怎样提意见" }), "。"]),
      near.length ? make("p", {}, ["您要找的是不是：", ...near.map((/** @type {string} */ name) => offer({ text: name, chosen: {} }, name))]) : null,
    ]);
  }

  /** A link to what might have been meant. */
  function offer(/** @type {{text: string, chosen: Chosen}} */ meant, /** @type {string} */ label) {
    const change = Object.assign({ page: 1 }, meant);
    return make("a", {
      href: gongshi.asking(Object.assign({}, asked, change)), className: "gs-near", textContent: label,
      onclick: (/** @type {Event} */ event) => { event.preventDefault(); ask(change, true); },
    });
  }

  /** What is asked, with a year among the words as a choice: projects bear their year, but seldom name it. */
  function yearly() {
    const text = asked.text.normalize("NFKC"), [spelt, digits] = text.match(/(\d{4})\s*年度?/) || [];
    if (!spelt || !register.shards.some((shard) => !shard || shard.year.includes(Number(digits)))) return null;
    return { text: text.replace(spelt, " ").trim(), chosen: Object.assign({}, asked.chosen, { year: [digits] }) };
  }

  /** What is left of a question when the words that only ask are taken away; nothing where there are none. */
  function unquestioned() {
    const left = asked.text.replace(ASKING, " ").replace(/\s*项目(?=\s|$)/g, " ").replace(/\s+/g, " ").trim();
    return left === asked.text.replace(/\s+/g, " ").trim() ? "" : left;
  }

  /** The pages of villages of those that are loaded which are called as was asked, alone or after their township's name. */
  function places() {
    const text = asked.text.trim(), found = new Map();
    for (const shard of register.shards) for (const place of shard ? shard.places : []) {
      if (place.village && (text === place.village || text === place.township + place.village)) found.set(place.code, place);
    }
    const named = Array.from(found.values()).slice(0, 6);
    part("places").hidden = !named.length;
    fill(part("places"), ["看村的页面：", ...named.map((each) => make("a", { href: gongshi.villageAddress(each.code), className: "gs-near", textContent: each.township + each.village }))]);
  }

  function pager(/** @type {number} */ last) {
    const link = (/** @type {number} */ page, /** @type {string} */ label) => make("li", {}, [make("a", {
      href: gongshi.asking(Object.assign({}, asked, { page })), textContent: label || String(page),
      "aria-current": page === asked.page ? "page" : null, "aria-label": label ? null : "第 " + page + " 页",
      onclick: (/** @type {Event} */ event) => { event.preventDefault(); ask({ page }, true); part("heading").focus(); },
    })]);
    /** @type {number[]} */ const shown = [];
    for (let page = 1; page <= last; page++) if (page === 1 || page === last || Math.abs(page - asked.page) <= 2) shown.push(page);
    const items = [];
    shown.forEach((page, at) => {
      if (at && page - shown[at - 1] > 1) items.push(make("li", { "aria-hidden": "true", textContent: "…" }));
      items.push(link(page, ""));
    });
    if (asked.page > 1) items.unshift(link(asked.page - 1, "上一页"));
    if (asked.page < last) items.push(link(asked.page + 1, "下一页"));
    part("pager").hidden = last < 2;
    fill(part("pager"), [make("ul", {}, items)]);
  }

  /** Ask anew; a step is one that "back" comes back from. */
  function ask(/** @type {Partial<Asked>} */ change, /** @type {boolean} */ step) {
    asked = Object.assign({}, asked, change);
    gongshi.keep(asked, step);
    show();
    search();
  }

  function drop(/** @type {string} */ facet, /** @type {string} */ value) {
    const chosen = Object.assign({}, asked.chosen), rest = chosen[facet].filter((each) => each !== value);
    if (rest.length) chosen[facet] = rest; else delete chosen[facet];
    ask({ chosen, page: 1 }, true);
    part("heading").focus();
  }

  function clear() {
    ask({ chosen: {}, page: 1 }, true);
    part("heading").focus();
  }

  function typed() {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      asked = Object.assign({}, asked, { text: input.value.trim(), page: 1 });
      gongshi.keep(asked, false);
      search();
    }, WAIT);
  }

  input.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
  input.addEventListener("compositionend", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask({ text: input.value.trim(), page: 1 }, true);
    part("heading").focus();
  });
  part("facets").addEventListener("change", () => ask({ chosen: gongshi.ticked(part("facets")), page: 1 }, true));
  part("read").addEventListener("click", () => {
    reading = asked.text;
    search();
    part("guides-heading").hidden = false;
    part("guides-heading").focus();
  });
  sort.addEventListener("change", () => ask({ sort: sort.value === "relevance" ? "" : sort.value, page: 1 }, true));
  window.addEventListener("popstate", () => { asked = gongshi.asked(); show(); search(); });
  wide.addEventListener ? wide.addEventListener("change", unfold) : wide.addListener(unfold);
  show();
  search();
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
