/** The columns of the ledger: heading, value for people, value to sort and add up by. */
(function (gongshi) {
  "use strict";

  const list = (/** @type {Word[]} */ all) => all.map((each) => each[1]).join("、");
  const yuan = (/** @type {number} */ value) => value.toFixed(2).replace(/\.?0+$/, "");

  /** A small group is not told apart. */
  const few = (/** @type {number} */ households) => (households > 0 && households <= 3 ? "≤3" : String(households));

  /** @type {Field[]} */
  gongshi.fields = [
    { name: "id", label: "项目编号", text: (row) => row.id },
    { name: "name", label: "项目名称", text: (row) => row.name, shown: true },
    { name: "year", label: "年度", text: (row) => String(row.year), number: (row) => row.year, shown: true },
    { name: "township", label: "乡镇", text: (row) => row.place.township, shown: true },
    { name: "village", label: "村", text: (row) => row.place.village, shown: true },
    { name: "industry", label: "产业", text: (row) => row.industry[1] },
    { name: "stage", label: "项目阶段", text: (row) => row.stage[1], shown: true },
    { name: "operator", label: "经营主体", text: (row) => row.operator, shown: true },
    { name: "kind", label: "经营主体类型", text: (row) => (row.kind ? row.kind[1] : "") },
    { name: "code", label: "统一社会信用代码", text: (row) => row.code },
    { name: "mechanisms", label: "联农带农机制", text: (row) => list(row.mechanisms), shown: true },
    { name: "funds", label: "资金来源", text: (row) => list(row.funds) },
    { name: "documents", label: "资金文号", text: (row) => row.documents.join("、") },
    { name: "agreements", label: "协议编号", text: (row) => row.agreements.join("、") },
    { name: "amount", label: "总投入（元）", text: (row) => yuan(row.amount), number: (row) => row.amount, shown: true, sum: true },
    { name: "households", label: "带动农户（户次）", text: (row) => few(row.households), number: (row) => row.households, shown: true, sum: true },
    { name: "income", label: "村集体累计收益（元）", text: (row) => yuan(row.income), number: (row) => row.income, shown: true, sum: true },
    { name: "payments", label: "直接付给农户（元）", text: (row) => yuan(row.distributed - row.income), number: (row) => row.distributed - row.income, sum: true },
    { name: "conditions", label: "资产状况", text: (row) => list(row.conditions) },
    { name: "warnings", label: "检查提示（条）", text: (row) => String(row.warnings), number: (row) => row.warnings, sum: true },
    { name: "scope", label: "建设任务", text: (row) => row.scope },
  ];

  /**
   * A table as CSV that spreadsheets open right: a byte order mark, line ends as they want them, every
   * text that could be taken for a formula kept from it.
   * @param {string[][]} table
   */
  gongshi.csv = function (table) {
    const cell = (/** @type {string} */ text) => {
      const safe = /^[=+\-@\t]/.test(text) && isNaN(Number(text)) ? "'" + text : text;
      return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    return "\ufeff" + table.map((row) => row.map(cell).join(",") + "\r\n").join("");
  };

  /** Add up without the errors of binary fractions: amounts have at most two decimals. */
  gongshi.total = function (rows, field) {
    const { number } = field;
    return number ? rows.reduce((sum, row) => sum + Math.round(number(row) * 100), 0) / 100 : 0;
  };

  /** What stands under a column of numbers. */
  gongshi.totalText = function (rows, field) {
    const total = gongshi.total(rows, field);
    return field.name === "households" ? few(total) : yuan(total);
  };

  /** The rows by one column, the greatest first if `down`; equal ones stay as they were. */
  gongshi.sorted = function (rows, field, down) {
    const turn = down ? -1 : 1, words = new Intl.Collator("zh-CN", { numeric: true });
    const { number, text } = field, order = rows.map((_, at) => at);
    if (number) {
      const keys = rows.map(number);
      order.sort((one, other) => turn * (keys[one] - keys[other]) || one - other);
    } else {
      const keys = rows.map(text);
      order.sort((one, other) => turn * words.compare(keys[one], keys[other]) || one - other);
    }
    return order.map((at) => rows[at]);
  };
})((window.gongshi = window.gongshi || /** @type {Gongshi} */ ({})));
