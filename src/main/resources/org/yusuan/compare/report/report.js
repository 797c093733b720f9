(() => {
  "use strict";
  const root = document.documentElement;
  const faults = [];
  const fault = (text) => { faults.push(String(text)); root.dataset.errors = faults.length; root.dataset.error = faults[0]; };
  root.dataset.errors = 0;
  addEventListener("error", (event) => fault(event.message));
  addEventListener("unhandledrejection", (event) => fault(event.reason));
  for (const name of ["error", "warn"]) {
    const before = console[name];
    console[name] = (...all) => { fault(all.join(" ")); before.apply(console, all); };
  }

  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const words = {
    zh: {
      skip: "跳到对比表", summary: "概览", print: "打印", unit: "金额单位", language: "语言", close: "关闭",
      totals: "收支总计", three: "“三公”经费", functions: "支出按功能分类（类）", changes: "变化最大的科目", trust: "金额核实情况",
      contradictions: "文件自身的矛盾", notCompared: "哪些没有比较，为什么", search: "查找科目", depth: "级次", which: "显示",
      figures: "数字", all: "全部", rose: "增加", fell: "减少", isNew: "新增", vanished: "消失", notComparable: "不可比", renamed: "更名或改码",
      line: "科目", levels: ["", "类", "类、款", "类、款、项"], itemLevels: ["", "一级", "一至二级", "一至三级"],
      department: "部门", unitLevel: "单位", government: "政府", blank: "空白", absent: "无此行", "no-table": "无表", ambiguous: "多行",
      verified: "已核实", unverified: "未核实", disputed: "有争议", share: "金额已核实", contradictionCount: "处自相矛盾", none: "没有",
      difference: "增减", percent: "增减%", execution: "执行率%", notBudgeted: "无预算", notAccounted: "无决算", unchanged: "持平",
      printed: "原文", exact: "金额", status: "核实情况", file: "文件", page: "页", table: "表", column: "栏目", label: "行", corrected: "更正前",
      open: "打开原件第 {0} 页", count: "{0} 行", from: "较 {0}", increase: "增加", decrease: "减少",
      about: "由 Yusuan 根据公开文件整理。点击任一数字可见其出处。“已核实”指文件自身的勾稽关系支持该数，不代表数字本身无误。",
      licence: "Chart.js 许可证", legend: "未标记的数已由勾稽关系核实；○ 未核实；⚠ 有争议。“空白”指原件有此行而未填数，不算作新增或消失；0 是原件印出的零。",
      documents: "文件", yuan: "元", wan: "万元", title: "预算对比", pageShort: "第{0}页", chartOf: "图：{0}", noFigures: "没有可比较的数", notSaid: "级次未写明"
    },
    en: {
      skip: "Skip to the comparison", summary: "Summary", print: "Print", unit: "Unit", language: "Language", close: "Close",
      debts: "Debt limit and debt", places: "Where it stands", totals: "Total revenue and expenditure", three: "Travel abroad, vehicles, receptions (三公)", functions: "Expenditure by function", changes: "Largest changes", trust: "How much is verified",
      contradictions: "Contradictions in the documents", notCompared: "What is not compared, and why", search: "Find a line", depth: "Depth", which: "Show",
      figures: "Figures", all: "all", rose: "increased", fell: "decreased", isNew: "new", vanished: "vanished", notComparable: "not comparable", renamed: "renamed or renumbered",
      line: "Line", levels: ["", "类 only", "类 and 款", "类, 款 and 项"], itemLevels: ["", "level 1", "levels 1–2", "levels 1–3"],
      department: "department", unitLevel: "unit", government: "government", blank: "blank", absent: "no line", "no-table": "no table", ambiguous: "several",
      verified: "verified", unverified: "unverified", disputed: "disputed", share: "of all amounts verified", contradictionCount: "contradictions", none: "None",
      difference: "Change", percent: "Change %", execution: "Spent %", notBudgeted: "not budgeted", notAccounted: "no outturn", unchanged: "unchanged",
      printed: "As printed", exact: "Amount", status: "Status", file: "File", page: "Page", table: "Table", column: "Column", label: "Line", corrected: "Read first as",
      open: "Open the document at page {0}", count: "{0} lines", from: "from {0}", increase: "up", decrease: "down",
      about: "Made by Yusuan from published documents. Choose any number to see where it stands. “Verified” means that the document's own arithmetic supports it, not that it is true.",
      licence: "Licence of Chart.js", legend: "Numbers without a mark are verified by the document's own sums; ○ unverified; ⚠ disputed. “Blank”: the line is printed without an amount, which is neither new nor vanished; 0 is a printed zero.",
      documents: "Document", yuan: "元", wan: "万元", title: "Budgets compared", pageShort: "p{0}", chartOf: "Chart: {0}", noFigures: "Nothing to compare", notSaid: "level not stated"
    }
  };
  let lang = /^#(zh|en)$/.test(location.hash) ? location.hash.slice(1) : (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  let unit = "wan";
  const t = (key, ...values) => {
    const found = words[lang][key];
    return typeof found === "string" ? values.reduce((text, value, i) => text.replace("{" + i + "}", value), found) : found;
  };
  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  };
  const number = (value, digits) => new Intl.NumberFormat("en-US", digits).format(value);
  const money = (value) => unit === "wan"
    ? number(value / 10000, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : number(value, { maximumFractionDigits: 6 });
  const percent = (value) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const signed = (value, shown) => (value > 0 ? "+" : "") + shown;
  const periodName = (id) => { const period = data.periods.find((one) => one.id === id); return period ? period[lang] : id; };
  const lineName = (line) => (lang === "en" && line.english) ? line.english : line.name;

  /* One number: what it is, how far to trust it, and a way to its source. */
  const figure = (line, period, entry) => {
    if (entry.amount === undefined) return el("span", { class: "none" }, t(entry.state));
    const mark = { unverified: "○", disputed: "⚠" }[entry.status];
    const where = t("pageShort", entry.page);
    const button = el("button", {
      type: "button", class: "num", title: [period.file, where, entry.text, t(entry.status)].join(" · "),
      onclick: () => show(line, period, entry)
    }, money(entry.amount));
    return el("span", {}, mark ? el("span", { class: "mark-" + entry.status, title: t(entry.status), role: "img", "aria-label": t(entry.status) }, mark + " ") : null,
      button, el("span", { class: "at" }, where));
  };

  const show = (line, period, entry) => {
    $("source-title").textContent = lineName(line) + " · " + period[lang];
    const list = $("source").querySelector("dl");
    list.replaceChildren();
    const exact = number(entry.amount, { maximumFractionDigits: 6 }) + " 元";
    for (const [key, value] of [["exact", exact], ["printed", entry.text + (entry.unit ? " " + entry.unit : "")], ["status", t(entry.status)],
      ["corrected", entry.corrected], ["label", [entry.code, entry.label].filter(Boolean).join(" ")], ["table", entry.table], ["column", entry.header], ["file", period.file], ["page", entry.page]]) {
      if (value !== null && value !== undefined && value !== "") list.append(el("dt", {}, t(key)), el("dd", {}, String(value)));
    }
    look(period, entry.page, [entry.bbox]);
  };

  /* The page of a document in the dialog, with marks on it; a link if there is no picture. */
  const look = (period, page, boxes) => {
    const source = data.sources[period.document] || { pages: {} };
    const open = $("open");
    open.hidden = !source.link;
    if (source.link) { open.href = source.link + "#page=" + page; open.textContent = t("open", page); }
    const picture = source.pages[page];
    const sheet = $("source").querySelector(".sheet");
    sheet.hidden = !picture;
    if (picture) {
      const image = sheet.querySelector("img");
      image.src = picture.data;
      image.alt = period.file + " " + t("pageShort", page);
      sheet.querySelectorAll(".mark").forEach((mark) => mark.remove());
      for (const [left, top, right, bottom] of boxes) {
        const mark = el("span", { class: "mark" });
        mark.style.left = 100 * left / picture.width + "%";
        mark.style.top = 100 * top / picture.height + "%";
        mark.style.width = 100 * (right - left) / picture.width + "%";
        mark.style.height = 100 * (bottom - top) / picture.height + "%";
        image.after(mark);
      }
    }
    $("source").showModal();
    if (picture) {
      requestAnimationFrame(() => {
        const mark = sheet.querySelector(".mark");
        if (mark) sheet.scrollTo(mark.offsetLeft - sheet.clientWidth / 2, mark.offsetTop - sheet.clientHeight / 2);
      });
    }
  };

  const changeText = (change) => {
    const execution = "execution" in change;
    const kinds = { new: execution ? "notBudgeted" : "isNew", vanished: execution ? "notAccounted" : "vanished", "not-comparable": "notComparable" };
    if (kinds[change.kind]) {
      return el("span", { class: "tag " + change.kind, title: change.notes.map((note) => note[lang]).join("\n") }, t(kinds[change.kind]));
    }
    return null;
  };
  const changeValue = (change) => "execution" in change ? change.execution : change.percent;
  const pairName = (change) => {
    const years = [change.from, change.to].map((id) => data.periods.find((one) => one.id === id));
    if ("execution" in change) return years[0].year + " " + t("execution");
    const stage = data.periods.some((one) => one.stage !== years[0].stage) ? (lang === "zh" ? (years[0].stage === "budget" ? "预算 " : "决算 ") : (years[0].stage === "budget" ? "budget " : "final ")) : "";
    return stage + years[0].year + "→" + years[1].year;
  };

  /* Beside a chart there is room for the newest change and the newest execution only. */
  const shown = (changes, few) => {
    if (!few) return changes;
    const newest = (kind) => changes.filter((change) => kind in change)
      .sort((a, b) => a.to === b.to ? (a.from < b.from ? 1 : -1) : a.to < b.to ? 1 : -1).slice(0, 1);
    return [...newest("percent"), ...newest("execution")];
  };

  /* A table of lines; without a sort it is a small one beside a chart. */
  const table = (view, lines, sort) => {
    const first = view.lines[0];
    const changes = shown(first ? first.changes : [], !sort);
    const headers = [[t("line"), "name"], ...data.periods.map((period) => [period[lang] + (sort ? " (" + t(unit) + ")" : ""), period.id])];
    changes.forEach((change, i) => {
      if (sort && !("execution" in change)) headers.push([pairName(change) + " " + t("difference"), "amount" + i]);
      headers.push(["execution" in change ? pairName(change) : pairName(change) + " %", "percent" + i]);
    });
    const head = el("tr");
    for (const [text, key] of headers) {
      const sorted = sort && sort.key === key ? sort.direction : "none";
      head.append(el("th", { scope: "col", "aria-sort": sort ? sorted : null },
        sort ? el("button", { type: "button", onclick: () => sort.by(key) }, text) : text));
    }
    const body = el("tbody");
    for (const line of lines) {
      const name = el("th", { scope: "row", style: "padding-left:" + (0.6 + 1.1 * Math.max(0, line.level - 1)) + "rem" },
        line.code ? el("span", { class: "code" }, line.code) : null, lineName(line));
      if (lang === "en" && line.english && line.english !== line.name && !line.total) name.append(el("span", { class: "second", lang: "zh" }, line.name));
      const remarks = new Set(line.notes.map((note) => note[lang]));
      line.changes.forEach((change) => change.notes.forEach((note) => remarks.add(note[lang])));
      remarks.forEach((text) => name.append(el("span", { class: "remark" }, text)));
      const row = el("tr", { class: (line.total ? "total " : "") + (sort && line.level === 1 ? "level1" : "") }, name);
      for (const period of data.periods) row.append(el("td", {}, figure(line, period, line.entries[period.id])));
      for (const change of shown(line.changes, !sort)) {
        const tag = changeText(change);
        const amount = change.amount, value = changeValue(change);
        if (sort && !("execution" in change)) row.append(el("td", {}, tag || (amount === null ? "" : amount === 0 ? t("unchanged") : signed(amount, money(amount)))));
        row.append(el("td", {}, value === null ? (sort && !("execution" in change) ? "" : tag || "") : "execution" in change ? percent(value) : signed(value, percent(value))));
      }
      body.append(row);
    }
    return el("table", { class: sort ? null : "compact" }, el("thead", {}, head), body);
  };

  /* Charts. */
  const charts = [];
  const palette = ["#1f5f8b", "#7fb0d3", "#2a8c82", "#93cfc5", "#c46a1b", "#eab676", "#6b5b95", "#b8aed2"];
  const font = "'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif";
  Chart.defaults.font.family = font;
  Chart.defaults.font.size = 12;
  Chart.defaults.color = "#3e4c59";
  Chart.defaults.devicePixelRatio = Math.max(2, devicePixelRatio || 1);
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  Chart.defaults.plugins.legend.labels.boxWidth = 14;
  const short = (text, length) => [...text].length > length ? [...text].slice(0, length - 1).join("") + "…" : text;
  const axis = (more) => ({ grid: { color: "#e4e9ee" }, border: { display: false }, ...more });
  const chart = (section, config, empty) => {
    const canvas = $(section).querySelector("canvas");
    const old = charts.findIndex((one) => one.canvas === canvas);
    if (old >= 0) charts.splice(old, 1)[0].destroy();
    canvas.parentElement.hidden = empty;
    if (empty) return;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", t("chartOf", t(section)));
    charts.push(new Chart(canvas, config));
  };
  const worth = (value) => value === undefined ? null : unit === "wan" ? value / 10000 : value;
  const tip = (context) => " " + context.dataset.label + ": " + number(context.raw, { maximumFractionDigits: 2 }) + " " + t(unit);
  const ticks = { callback: (value) => number(value, { notation: value >= 1e6 ? "compact" : "standard", maximumFractionDigits: 1 }) };

  const drawCharts = () => {
    chart("totals", {
      type: "bar",
      data: { labels: data.periods.map((period) => period[lang]), datasets: data.totals.lines.map((line, i) => ({
        label: lineName(line), data: data.periods.map((period) => worth(line.entries[period.id].amount)), backgroundColor: palette[2 * i], maxBarThickness: 56, borderRadius: 4 })) },
      options: { scales: { x: axis({ grid: { display: false } }), y: axis({ beginAtZero: true, ticks, title: { display: true, text: t(unit) } }) }, plugins: { tooltip: { callbacks: { label: tip } } } }
    }, data.totals.lines.length === 0);
    const parts = data.threePublic.lines.filter((line) => ["overseas_travel", "official_vehicles", "official_reception"].includes(line.key));
    chart("three", {
      type: "bar",
      data: { labels: data.periods.map((period) => period[lang]), datasets: parts.map((line, i) => ({
        label: lineName(line), data: data.periods.map((period) => worth(line.entries[period.id].amount)), backgroundColor: [palette[0], palette[2], palette[5]][i], maxBarThickness: 56 })) },
      options: { scales: { x: axis({ stacked: true, grid: { display: false } }), y: axis({ stacked: true, beginAtZero: true, ticks, title: { display: true, text: t(unit) } }) }, plugins: { tooltip: { callbacks: { label: tip } } } }
    }, parts.length === 0);
    const functions = data.functions.lines.filter((line) => line.code && line.level === 1);
    chart("functions", {
      type: "bar",
      data: { labels: functions.map((line) => short(lineName(line), lang === "zh" ? 12 : 24)), datasets: data.periods.map((period, i) => ({
        label: period[lang], data: functions.map((line) => worth(line.entries[period.id].amount)), backgroundColor: palette[i % palette.length], borderRadius: 3 })) },
      options: { indexAxis: "y", scales: { x: axis({ beginAtZero: true, ticks, title: { display: true, text: t(unit) } }), y: axis({ grid: { display: false }, ticks: { autoSkip: false } }) }, plugins: { tooltip: { callbacks: { label: tip } } } }
    }, functions.length === 0);
    const pairs = data.comparison.lines.length ? data.comparison.lines[0].changes : [];
    let pair = -1;
    pairs.forEach((change, i) => { if (!("execution" in change) && (pair < 0 || change.to > pairs[pair].to || (change.to === pairs[pair].to && change.from > pairs[pair].from))) pair = i; });
    if (pair < 0 && pairs.length) pair = 0;
    const codes = data.comparison.lines.map((line) => line.code).filter(Boolean);
    const leaf = (line) => line.code ? !codes.some((code) => code !== line.code && code.startsWith(line.code)) : !line.total;
    const moved = pair < 0 ? [] : data.comparison.lines.filter((line) => !line.total && leaf(line) && line.changes[pair].amount)
      .sort((a, b) => Math.abs(b.changes[pair].amount) - Math.abs(a.changes[pair].amount)).slice(0, 10);
    $("changes-hint").textContent = pair < 0 ? "" : periodName(pairs[pair].from) + " → " + periodName(pairs[pair].to);
    chart("changes", {
      type: "bar",
      data: { labels: moved.map((line) => [line.code, short(lineName(line), lang === "zh" ? 12 : 22)].filter(Boolean)), datasets: [{ label: t("difference"),
        data: moved.map((line) => worth(line.changes[pair].amount)), backgroundColor: moved.map((line) => line.changes[pair].amount > 0 ? palette[4] : palette[0]), borderRadius: 3 }] },
      options: { indexAxis: "y", scales: { x: axis({ ticks, title: { display: true, text: t(unit) } }), y: axis({ grid: { display: false }, ticks: { autoSkip: false } }) }, plugins: { legend: { display: false }, tooltip: { callbacks: { label: tip } } } }
    }, moved.length === 0);
    $("changes").hidden = moved.length === 0;
    const states = ["verified", "unverified", "disputed"];
    chart("trust", {
      type: "bar",
      data: { labels: data.periods.map((period) => period[lang]), datasets: states.map((state, i) => ({ label: t(state),
        data: data.periods.map((period) => 100 * period[state] / Math.max(1, period.verified + period.unverified + period.disputed)), backgroundColor: ["#2a8c82", "#c9d3dc", "#b3261e"][i] })) },
      options: { indexAxis: "y", scales: { x: axis({ stacked: true, min: 0, max: 100, ticks: { callback: (value) => value + "%" } }), y: axis({ stacked: true, grid: { display: false } }) },
        plugins: { tooltip: { callbacks: { label: (context) => " " + context.dataset.label + ": " + percent(context.raw) + " %" } } } }
    }, false);
  };

  const drawCards = () => {
    const cards = $("cards");
    cards.replaceChildren();
    const last = data.periods[data.periods.length - 1];
    for (const line of data.totals.lines) {
      const entry = line.entries[last.id];
      if (entry.amount === undefined) continue;
      const change = line.changes.find((one) => one.to === last.id && "percent" in one) || line.changes.find((one) => one.to === last.id);
      const value = change ? changeValue(change) : null;
      cards.append(el("div", { class: "card" }, el("p", { class: "what" }, lineName(line) + " · " + last[lang]),
        el("p", { class: "big" }, figure(line, last, entry), el("small", {}, t(unit))),
        el("p", { class: "more" }, value === null || value === undefined ? "" : "execution" in change ? t("execution") + " " + percent(value) : t("from", periodName(change.from)) + " " + signed(value, percent(value)) + "%")));
    }
    const sum = (key) => data.periods.reduce((total, period) => total + period[key], 0);
    const all = sum("verified") + sum("unverified") + sum("disputed");
    cards.append(el("div", { class: "card" }, el("p", { class: "what" }, t("trust")),
      el("p", { class: "big" }, all ? percent(100 * sum("verified") / all) + "%" : "–"), el("p", { class: "more" }, t("share"))));
    cards.append(el("div", { class: "card" }, el("p", { class: "what" }, t("contradictions")),
      el("p", { class: "big" }, String(data.contradictions.length)), el("p", { class: "more" }, t("contradictionCount"))));
  };

  const sort = { key: null, direction: "none", by(key) {
    this.direction = this.key === key && this.direction === "descending" ? "ascending" : this.key === key && this.direction === "ascending" ? "none" : "descending";
    this.key = this.direction === "none" ? null : key;
    drawTable();
    const again = [...$("table").querySelectorAll("th[aria-sort]")].find((th) => th.getAttribute("aria-sort") !== "none");
    if (again) again.querySelector("button").focus();
  } };
  const sortValue = (line) => {
    if (sort.key === "name") return line.code || lineName(line);
    if (sort.key.startsWith("amount")) return line.changes[Number(sort.key.slice(6))].amount;
    if (sort.key.startsWith("percent")) return changeValue(line.changes[Number(sort.key.slice(7))]);
    return line.entries[sort.key].amount;
  };
  const drawTable = () => {
    const wanted = $("search").value.trim().toLowerCase();
    const depth = Number($("depth").value);
    const which = $("which").value;
    let lines = data.comparison.lines.filter((line) => {
      const text = [line.code, line.name, line.english, ...Object.values(line.entries).map((entry) => entry.label)].filter(Boolean).join(" ").toLowerCase();
      const fits = which === "all" || (which === "renamed" ? line.notes.length > 0 : line.changes.some((change) =>
        which === "rose" ? change.amount > 0 : which === "fell" ? change.amount < 0 : change.kind === { isNew: "new", vanished: "vanished", notComparable: "not-comparable" }[which]));
      return text.includes(wanted) && (!depth || line.level <= depth) && fits;
    });
    if (sort.key) {
      const sign = sort.direction === "ascending" ? 1 : -1;
      lines = lines.slice().sort((a, b) => {
        const one = sortValue(a), two = sortValue(b);
        const missing = (one === null || one === undefined) - (two === null || two === undefined);
        return missing || (one < two ? -sign : one > two ? sign : 0);
      });
    }
    $("count").textContent = t("count", lines.length);
    $("table").replaceChildren(table(data.comparison, lines, sort));
  };

  const options = (select, entries) => {
    const value = select.value;
    select.replaceChildren(...entries.map(([key, text]) => el("option", { value: key }, text)));
    if (value) select.value = value;
  };
  const items = (section, texts) => $(section).querySelector("ul").replaceChildren(...(texts.length ? texts : [t("none")]).map((text) => el("li", {}, text)));

  const draw = () => {
    root.lang = lang === "zh" ? "zh-CN" : "en";
    document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
    document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.label)));
    document.querySelectorAll("[data-lang]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.lang === lang));
    document.querySelectorAll("[data-unit]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.unit === unit));
    const name = data.organizations.join("、");
    document.title = name + " · " + t("title");
    $("organization").textContent = name;
    $("subtitle").textContent = [data.level === "department" ? t("department") : data.level === "unit" ? t("unitLevel") : data.level === "government" ? t("government") : t("notSaid"),
      data.periods.map((period) => period[lang]).join(lang === "zh" ? "、" : ", ")].join(" · ");
    $("comparison-title").textContent = (lang === "zh" ? data.comparison.zh + "：逐项对比" : "Line by line: " + data.comparison.en);
    $("legend").textContent = t("legend");
    $("licence").textContent = $("chart-licence").textContent.trim();
    const levels = Math.min(3, Math.max(1, ...data.comparison.lines.map((line) => line.level)));
    options($("depth"), [["0", t("all")], ...t(data.comparison.series === "item" ? "itemLevels" : "levels").slice(1, levels + 1).map((text, i) => [String(i + 1), text])]);
    options($("which"), ["all", "rose", "fell", "isNew", "vanished", "notComparable", "renamed"].map((key) => [key, t(key)]));
    drawCards();
    $("totals").querySelector(".scroll").replaceChildren(data.totals.lines.length ? table(data.totals, data.totals.lines) : t("noFigures"));
    $("three").querySelector(".scroll").replaceChildren(data.threePublic.lines.length ? table(data.threePublic, data.threePublic.lines) : t("noFigures"));
    $("functions").querySelector(".scroll").replaceChildren(table(data.functions, data.functions.lines));
    $("trust").querySelector(".scroll").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...["documents", "verified", "unverified", "disputed"].map((key) => el("th", { scope: "col" }, t(key))))),
      el("tbody", {}, ...data.periods.map((period) => {
        const source = data.sources[period.document];
        return el("tr", {}, el("th", { scope: "row" }, period[lang] + " · ", source && source.link ? el("a", { href: source.link, target: "_blank", rel: "noopener" }, period.file) : period.file),
          ...["verified", "unverified", "disputed"].map((key) => el("td", {}, number(period[key]))));
      }))));
    const reasons = data.notes.map((note) => note[lang]);
    for (const line of data.comparison.lines) {
      for (const change of line.changes) {
        if (change.kind === "not-comparable") {
          const text = [line.code, lineName(line), "(" + periodName(change.from) + " → " + periodName(change.to) + "):", change.notes.map((note) => note[lang]).join("; ")].filter(Boolean).join(" ");
          if (!reasons.includes(text)) reasons.push(text);
        }
      }
    }
    items("not-compared", reasons);
    items("contradictions", data.contradictions.map((one) => {
      const period = data.periods.find((other) => other.document === one.document);
      const text = (period ? period[lang] + (lang === "zh" ? "：" : ": ") : "") + one[lang];
      if (!period || !one.page) return text;
      const pages = [...new Set([one.page, ...one.places.map((place) => place.page)])];
      return el("span", {}, text, " ", ...pages.map((page) => el("button", { type: "button", class: "num", onclick: () => {
        $("source-title").textContent = t("contradictions") + " · " + period[lang];
        $("source").querySelector("dl").replaceChildren(el("dt", {}, t("places")), el("dd", {}, one[lang]), el("dt", {}, t("file")), el("dd", {}, period.file), el("dt", {}, t("page")), el("dd", {}, String(page)));
        look(period, page, one.places.filter((place) => place.page === page).map((place) => place.bbox));
      } }, t("pageShort", page))));
    }));
    for (const [section, view] of [["totals", data.totals], ["three", data.threePublic], ["functions", data.functions]]) $(section).hidden = data.level === "government" && view.lines.length === 0;
    $("debts").hidden = data.debts.lines.length === 0;
    $("debts").querySelector(".scroll").replaceChildren(data.debts.lines.length ? table(data.debts, data.debts.lines) : "");
    drawTable();
    drawCharts();
    root.dataset.charts = charts.length;
    measure();
  };
  const measure = () => { root.dataset.overflow = Math.max(0, root.scrollWidth - root.clientWidth); };

  document.querySelectorAll("[data-lang]").forEach((node) => node.addEventListener("click", () => { lang = node.dataset.lang; draw(); }));
  document.querySelectorAll("[data-unit]").forEach((node) => node.addEventListener("click", () => { unit = node.dataset.unit; draw(); }));
  $("print").addEventListener("click", () => print());
  $("search").addEventListener("input", drawTable);
  $("depth").addEventListener("change", drawTable);
  $("which").addEventListener("change", drawTable);
  /* Half of a landscape A4 page less its margins, and the heights that the style sheet gives charts in print. */
  const paper = { width: 484, "": 174, tall: 302, short: 113 };
  addEventListener("beforeprint", () => charts.forEach((one) => {
    const height = [...one.canvas.parentElement.classList].find((name) => name !== "chart") || "";
    one.resize(paper.width, paper[height]);
  }));
  addEventListener("afterprint", () => charts.forEach((one) => one.resize()));
  addEventListener("resize", measure);
  draw();
  root.dataset.ready = "true";
})();
