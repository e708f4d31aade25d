/** The ledger: the projects of a selection as a table to sort, filter, and take along. */
(function (gongshi) {
  "use strict";

  const found = document.getElementById("gs-book");
  if (!found) return;
  const form = /** @type {HTMLFormElement} */ (found);
  const { make, fill, count, fields } = gongshi;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.getElementById("gs-" + name));
  const input = /** @type {HTMLInputElement} */ (part("q"));
  const PAGE = 100, WAIT = 200, OWN = ["columns", "by", "down"];
  /** @type {Record<string, boolean>} */
  const open = {};
  let asked = gongshi.asked(OWN), run = 0, timer = 0;
  /** @type {Register} */ let register;
  /** @type {Row[]} */ let rows = [];

  document.documentElement.classList.add("gs-live");

  const columns = () => {
    const named = (asked.more.columns || "").split(",");
    const chosen = fields.filter((field) => named.indexOf(field.name) >= 0);
    return chosen.length ? chosen : fields.filter((field) => field.shown);
  };
  const by = () => fields.find((field) => field.name === asked.more.by);

  async function search() {
    const mine = ++run;
    form.removeAttribute("data-done");
    part("status").textContent = "正在取数据…";
    try {
      if (!register) {
        const index = await gongshi.index();
        register = register || new gongshi.Register(index);
      }
      const query = { words: gongshi.words(asked.text), chosen: asked.chosen, sort: "newest", sums: true, all: true };
      const answer = await register.answer(query, () => mine === run);
      if (!answer) return;
      rows = register.rows(answer, 0, answer.total);
      gongshi.facets(part("facets"), register, answer, asked, open);
      gongshi.chosen(part("chosen"), register, asked, drop, () => ask({ chosen: {}, page: 1 }, true));
      draw();
    } catch (failed) {
      if (mine === run) part("status").textContent = "台账没有取到。请看看网络，再刷新这一页。";
    }
  }

  /** The rows in the order that is shown. */
  function ordered() {
    const field = by();
    return field ? gongshi.sorted(rows, field, !!asked.more.down) : rows;
  }

  function draw() {
    const shown = columns(), last = Math.max(1, Math.ceil(rows.length / PAGE));
    asked.page = Math.min(asked.page, last);
    const from = (asked.page - 1) * PAGE, some = ordered().slice(from, from + PAGE);
    fill(part("table"), [
      make("caption", { className: "gs-hidden", textContent: "项目台账" }),
      make("thead", {}, [make("tr", {}, shown.map(heading))]),
      make("tbody", {}, some.map((row) => make("tr", {}, shown.map((field) => cell(row, field))))),
      make("tfoot", {}, rows.length ? [make("tr", {}, totals(shown))] : []),
    ]);
    picker(shown);
    pager(last);
    const save = /** @type {HTMLButtonElement} */ (part("save"));
    save.disabled = !rows.length;
    save.textContent = "下载这 " + count(rows.length) + " 行（CSV）";
    part("status").textContent = rows.length ? "一共 " + count(rows.length) + " 个项目。" + (last > 1 ? "这里是第 " + asked.page + " 页，共 " + last + " 页。" : "") : "没有符合的项目。请去掉几项筛选再看。";
    part("scroll").hidden = !rows.length;
    wide();
    form.setAttribute("data-done", String(rows.length));
  }

  /** Say that there is more beside what is seen. */
  function wide() {
    part("wide").hidden = part("scroll").scrollWidth <= part("scroll").clientWidth;
  }

  function heading(/** @type {Field} */ field) {
    const mine = by() === field, down = !!asked.more.down;
    const arrow = mine ? (down ? " ▼" : " ▲") : "";
    const press = () => {
      const more = Object.assign({}, asked.more, { by: field.name, down: (mine ? !down : !!field.number) ? "1" : "" });
      asked = Object.assign({}, asked, { more, page: 1 });
      gongshi.keep(asked, true);
      draw();
      const again = part("table").querySelector("[data-field=" + field.name + "]");
      if (again) /** @type {HTMLElement} */ (again).focus();
    };
    return make("th", { scope: "col", className: field.number ? "gs-num" : "", "aria-sort": mine ? (down ? "descending" : "ascending") : "none" }, [
      make("button", { type: "button", "data-field": field.name, onclick: press }, [field.label, make("span", { "aria-hidden": "true", textContent: arrow })])]);
  }

  function cell(/** @type {Row} */ row, /** @type {Field} */ field) {
    if (field.name === "name") return make("td", {}, [make("a", { href: gongshi.projectAddress(row.id), textContent: row.name })]);
    const text = field.sum && !isNaN(Number(field.text(row))) ? count(Number(field.text(row))) : field.text(row);
    return make("td", { className: field.number ? "gs-num" : "", textContent: text });
  }

  function totals(/** @type {Field[]} */ shown) {
    return shown.map((/** @type {Field} */ field, /** @type {number} */ at) => {
      const text = field.sum ? gongshi.totalText(rows, field) : "";
      if (!at) return make("th", { scope: "row", textContent: "合计" + (text ? " " + text : "") });
      return make("td", { className: field.number ? "gs-num" : "", textContent: text && !isNaN(Number(text)) ? count(Number(text)) : text });
    });
  }

  function picker(/** @type {Field[]} */ shown) {
    const had = document.activeElement && /** @type {HTMLInputElement} */ (document.activeElement).value;
    const inside = part("columns").contains(document.activeElement);
    fill(part("columns"), fields.map((field) => make("label", { className: "gs-tick" }, [
      make("input", { type: "checkbox", value: field.name, checked: shown.indexOf(field) >= 0, disabled: shown.length === 1 && shown[0] === field }),
      make("span", { textContent: field.label })])));
    if (inside) for (const box of part("columns").querySelectorAll("input")) if (box.value === had) box.focus();
  }

  function pager(/** @type {number} */ last) {
    const step = (/** @type {number} */ page, /** @type {string} */ label) => make("li", {}, [make("a", { href: gongshi.asking(Object.assign({}, asked, { page })), textContent: label, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      asked = Object.assign({}, asked, { page });
      gongshi.keep(asked, true);
      draw();
      part("heading").focus();
    } })]);
    part("pager").hidden = last < 2;
    fill(part("pager"), [make("ul", {}, [asked.page > 1 ? step(asked.page - 1, "上一页") : null, asked.page < last ? step(asked.page + 1, "下一页") : null])]);
  }

  /** Give the table to the reader: all rows of the selection, the columns and the order that are shown, and the totals. */
  function save() {
    const shown = columns();
    const table = [shown.map((field) => field.label), ...ordered().map((row) => shown.map((field) => field.text(row)))];
    table.push(shown.map((field, at) => (field.sum ? gongshi.totalText(rows, field) : at ? "" : "合计")));
    const url = URL.createObjectURL(new Blob([gongshi.csv(table)], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: url, download: "联农带农台账.csv" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  function ask(/** @type {Partial<Asked>} */ change, /** @type {boolean} */ step) {
    asked = Object.assign({}, asked, change);
    gongshi.keep(asked, step);
    input.value = asked.text;
    search();
  }

  function drop(/** @type {string} */ facet, /** @type {string} */ value) {
    const chosen = Object.assign({}, asked.chosen), rest = chosen[facet].filter((each) => each !== value);
    if (rest.length) chosen[facet] = rest; else delete chosen[facet];
    ask({ chosen, page: 1 }, true);
    part("heading").focus();
  }

  function typed() {
    clearTimeout(timer);
    timer = window.setTimeout(() => ask({ text: input.value.trim(), page: 1 }, false), WAIT);
  }

  input.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
  input.addEventListener("compositionend", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask({ text: input.value.trim(), page: 1 }, true);
  });
  window.addEventListener("resize", wide);
  part("facets").addEventListener("change", () => ask({ chosen: gongshi.ticked(part("facets")), page: 1 }, true));
  part("columns").addEventListener("change", () => {
    const names = Array.from(part("columns").querySelectorAll("input:checked"), (box) => /** @type {HTMLInputElement} */ (box).value);
    asked = Object.assign({}, asked, { more: Object.assign({}, asked.more, { columns: names.join(",") }) });
    gongshi.keep(asked, false);
    draw();
  });
  part("save").addEventListener("click", save);
  window.addEventListener("popstate", () => { asked = gongshi.asked(OWN); input.value = asked.text; search(); });
  input.value = asked.text;
  search();
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
