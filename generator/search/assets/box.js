/** The search box in the header: offers places, operators, mechanisms and pages while someone types. */
(function (gongshi) {
  "use strict";

  /** @typedef {{label: string, each: Offer, strong: number}} Offered */

  const KINDS = [["places", "地方"], ["mechanisms", "农户怎样得益"], ["operators", "经营主体"], ["pages", "说明"]];
  const EACH = 4;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** @type {Promise<any>|null} */
  let offered = null;

  function script(/** @type {string} */ name) {
    return new Promise(function (done, failed) {
      const made = document.createElement("script");
      made.src = new URL(name + ".js", here).href;
      made.onload = done;
      made.onerror = failed;
      document.head.appendChild(made);
    });
  }

  /** Fetch what is needed, when someone comes to the box. */
  function fetchOffers() {
    if (!offered) {
      const missing = ["norm", "sound", "load"].filter((name) => !(name in gongshi));
      offered = Promise.all(missing.map(script)).then(() => gongshi.index()).then((index) =>
        Promise.all([gongshi.load(index.suggestions), gongshi.load(index.sounds).then(gongshi.hear)])).then((all) => all[0]);
      offered.catch(() => { offered = null; });
    }
    return offered;
  }

  function strength(/** @type {string} */ name, /** @type {string} */ text) {
    const plain = gongshi.norm(name), at = plain.indexOf(text);
    if (at >= 0) return at === 0 ? 3 : 2;
    return gongshi.maybeSound(text) && gongshi.heard(plain, text) ? 1 : 0;
  }

  /** The offers for a text, the best of each kind. */
  function offers(/** @type {Record<string, Offer[]>} */ all, /** @type {string} */ text) {
    /** @type {Offered[]} */ const found = [];
    for (const [kind, label] of KINDS) {
      all[kind].map((each) => ({ label, each, strong: strength(each[0], text) })).filter((one) => one.strong)
        .sort((one, other) => other.strong - one.strong).slice(0, EACH).forEach((one) => found.push(one));
    }
    return found;
  }

  class Box {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      this.input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
      this.list = document.createElement("ul");
      this.list.id = "gs-offers";
      this.list.className = "gs-offers";
      this.list.hidden = true;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "可能要找的");
      form.append(this.list);
      this.at = -1;
      for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", "gs-offers"]]) this.input.setAttribute(name, value);
      this.input.addEventListener("focus", () => { fetchOffers().catch(() => {}); });
      this.input.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) this.typed(); });
      this.input.addEventListener("compositionend", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.key(event));
      form.addEventListener("focusout", (event) => { if (!form.contains(/** @type {Node} */ (event.relatedTarget))) this.close(); });
    }

    typed() {
      const text = this.input.value;
      fetchOffers().then((all) => { if (text === this.input.value) this.show(gongshi.norm(text) ? offers(all, gongshi.norm(text)) : []); }).catch(() => {});
    }

    show(/** @type {Offered[]} */ found) {
      while (this.list.firstChild) this.list.removeChild(this.list.firstChild);
      found.forEach((one, /** @type {number} */ at) => {
        const line = document.createElement("li"), kind = document.createElement("span"), name = document.createElement("span");
        line.id = "gs-offer-" + at;
        line.setAttribute("role", "option");
        line.setAttribute("aria-selected", "false");
        line.setAttribute("data-address", gongshi.root + one.each[1]);
        kind.className = "gs-offer-kind";
        kind.textContent = one.label;
        name.textContent = one.each[0] + (one.each[2] ? "（" + one.each[2] + " 个项目）" : "");
        line.append(name, kind);
        line.addEventListener("mousedown", (event) => event.preventDefault());
        line.addEventListener("click", () => this.go(line));
        this.list.append(line);
      });
      this.at = -1;
      this.list.hidden = !found.length;
      this.input.setAttribute("aria-expanded", String(found.length > 0));
      this.input.removeAttribute("aria-activedescendant");
    }

    close() {
      this.show([]);
    }

    go(/** @type {Element} */ line) {
      location.href = line.getAttribute("data-address") || "";
    }

    /** @param {KeyboardEvent} event */
    key(event) {
      const lines = this.list.children;
      if (event.isComposing || this.list.hidden) return;
      if (event.key === "Escape") { this.close(); event.preventDefault(); return; }
      if (event.key === "Enter" && this.at >= 0) { event.preventDefault(); this.go(lines[this.at]); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      const many = lines.length + 1;
      this.at = ((this.at + 1 + (event.key === "ArrowDown" ? 1 : -1) + many) % many) - 1;
      for (let each = 0; each < lines.length; each++) lines[each].setAttribute("aria-selected", String(each === this.at));
      if (this.at >= 0) {
        this.input.setAttribute("aria-activedescendant", lines[this.at].id);
        lines[this.at].scrollIntoView({ block: "nearest" });
      } else this.input.removeAttribute("aria-activedescendant");
    }
  }

  for (const form of document.querySelectorAll("form.gs-find")) new Box(/** @type {HTMLFormElement} */ (form));
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
