/** The choices beside the results, each with the number of projects that it would leave. */
(function (gongshi) {
  "use strict";

  const { make, fill, count } = gongshi;
  /** @type {Record<string, string>} */
  const NAMES = {
    township: "乡镇", village: "村", mechanism: "农户怎样得益", fund: "资金来源", industry: "产业", year: "年度",
    stage: "项目阶段", operator: "经营主体类型", condition: "资产状况", warned: "检查提示",
  };
  const FEW = 8, MOST = 80;
  const ORDERED = ["mechanism", "fund", "industry", "stage", "operator", "condition"];

  /** The words of a facet's values. */
  function labels(/** @type {string} */ facet, /** @type {Register} */ register) {
    if (facet === "warned") return { yes: "有提示", no: "没有提示" };
    /** @type {Record<string, string>} */ const found = {};
    if (ORDERED.indexOf(facet) >= 0) for (const [code, label] of register.index.words[facet]) found[code] = label;
    else if (facet !== "year") {
      for (const shard of register.shards) for (const place of shard ? shard.places : []) {
        if (facet === "township") found[place.code.slice(0, 9)] = place.township || "全县";
        else found[place.code] = place.village || (place.township || "全县") + "本级";
      }
    }
    return found;
  }

  function sorted(/** @type {string} */ facet, /** @type {string[]} */ values, /** @type {Record<string, number>} */ counts, /** @type {Register} */ register) {
    if (facet === "year") return values.sort().reverse();
    if (ORDERED.indexOf(facet) >= 0) {
      const order = register.index.words[facet].map((word) => word[0]);
      return values.sort((one, other) => order.indexOf(one) - order.indexOf(other));
    }
    return values.sort((one, other) => (counts[other] || 0) - (counts[one] || 0) || (one < other ? -1 : 1));
  }

  function choice(/** @type {string} */ facet, /** @type {string} */ value, /** @type {string} */ label, /** @type {number} */ many, /** @type {boolean} */ chosen) {
    const box = make("input", { type: "checkbox", name: facet, value, checked: chosen });
    return make("label", { className: "gs-tick" }, [box, make("span", { textContent: label }),
      make("span", { className: "gs-soft", textContent: count(many) })]);
  }

  function block(/** @type {string} */ facet, /** @type {Register} */ register, /** @type {Answer} */ answer, /** @type {Asked} */ asked, /** @type {Record<string, boolean>} */ open) {
    const counts = answer.counts[facet], chosen = asked.chosen[facet] || [], named = labels(facet, register);
    let values = Object.keys(counts);
    for (const value of chosen) if (values.indexOf(value) < 0) values.push(value);
    if (values.length < 2 && !chosen.length) return null;
    values = sorted(facet, values, counts, register);
    const all = values.length;
    if (facet === "village" && !(asked.chosen.township || []).length && all > MOST) values = values.slice(0, MOST);
    const made = values.map((value) => choice(facet, value, named[value] || value, counts[value] || 0, chosen.indexOf(value) >= 0));
    const rest = made.length > FEW + 2 ? made.splice(FEW) : [];
    const opened = rest.some((each) => /** @type {HTMLInputElement} */ (each.firstChild).checked) || open[facet + "+"];
    const more = make("details", { className: "gs-rest", open: opened }, [make("summary", { textContent: "还有 " + count(rest.length) + " 项" }), ...rest]);
    more.addEventListener("toggle", () => { open[facet + "+"] = /** @type {HTMLDetailsElement} */ (more).open; });
    const hint = values.length < all ? make("p", { className: "gs-soft", textContent: "先选乡镇，再选村。" }) : null;
    const body = make("fieldset", {}, [make("legend", { className: "gs-hidden", textContent: NAMES[facet] }), ...made, rest.length ? more : null, hint]);
    const whole = make("details", { className: "gs-facet", open: open[facet] === undefined ? chosen.length > 0 : open[facet] }, [
      make("summary", {}, [NAMES[facet], make("span", { className: "gs-soft", textContent: chosen.length ? "　已选 " + chosen.length : "" })]), body]);
    whole.addEventListener("toggle", () => { open[facet] = /** @type {HTMLDetailsElement} */ (whole).open; });
    return whole;
  }

  /**
   * Show the choices anew, and leave the keyboard where it was.
   * @param {HTMLElement} place
   * @param {any} register
   * @param {any} answer
   * @param {any} asked
   * @param {Object<string, boolean>} open which blocks are unfolded
   */
  gongshi.facets = function (place, register, answer, asked, open) {
    const had = /** @type {HTMLInputElement|null} */ (place.contains(document.activeElement) ? document.activeElement : null);
    const facet = had && (had.name || (had.tagName === "SUMMARY" ? "summary" : ""));
    fill(place, gongshi.FACETS.map((each) => block(each, register, answer, asked, open)));
    if (facet && facet !== "summary") {
      for (const box of place.querySelectorAll("input")) if (box.name === facet && box.value === had.value) box.focus();
    }
  };

  /**
   * What was chosen, each to be taken back by one press.
   * @param {HTMLElement} place
   * @param {any} register
   * @param {any} asked
   * @param {(facet: string, value: string) => void} drop
   * @param {() => void} clear
   */
  gongshi.chosen = function (place, register, asked, drop, clear) {
    const made = [];
    for (const facet of gongshi.FACETS) {
      const named = (asked.chosen[facet] || []).length ? labels(facet, register) : {};
      for (const value of asked.chosen[facet] || []) {
        const label = NAMES[facet] + "：" + (named[value] || value);
        made.push(make("button", { type: "button", className: "gs-drop", "aria-label": "去掉" + label, onclick: () => drop(facet, value) }, [label, make("span", { "aria-hidden": "true", textContent: " ×" })]));
      }
    }
    if (made.length) made.push(make("button", { type: "button", className: "gs-drop gs-clear", onclick: clear, textContent: "全部去掉" }));
    fill(place, made);
  };

  /** The choices as they are ticked. */
  gongshi.ticked = function (place) {
    /** @type {Chosen} */ const chosen = {};
    for (const box of place.querySelectorAll("input:checked")) {
      const { name, value } = /** @type {HTMLInputElement} */ (box);
      (chosen[name] = chosen[name] || []).push(value);
    }
    return chosen;
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
