(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.errors = 0;
  const fault = () => { root.dataset.errors = Number(root.dataset.errors) + 1; };
  addEventListener("error", fault);
  addEventListener("unhandledrejection", fault);
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const words = {
    zh: {
      title: "各单位预算对比", ranking: "排名", period: "年度与阶段", search: "查找单位", print: "打印", unit: "金额单位", language: "语言", rank: "名次", level: "级别", department: "部门", unitLevel: "单位", government: "政府", "": "未写明",
      organization: "单位", region: "地区", revenue: "收入总计", expenditure: "支出总计", share: "占比%", change: "较上年%", three_public_total: "“三公”合计",
      overseas_travel: "因公出国", official_vehicles: "公务用车", vehicle_purchase: "购置", vehicle_operation: "运行", official_reception: "公务接待",
      verified: "已核实%", contradictions: "自相矛盾", count: "{0} 个单位", blank: "空白", absent: "无此行", "no-table": "无表", ambiguous: "多行", unverified: "未核实", disputed: "有争议",
      legend: "○ 未核实；⚠ 有争议。占比为该单位支出总计占同级别所列各单位之和的比例；各单位之间的往来未抵销。点击单位名称可看逐项对比。", subtitle: "{0} 个单位，{1}",
      about: "由 Yusuan 根据公开文件整理。“已核实”指文件自身的勾稽关系支持该数，不代表数字本身无误。"
    },
    en: {
      title: "Organizations side by side", ranking: "Ranking", period: "Year and stage", search: "Find an organization", print: "Print", unit: "Unit", language: "Language", rank: "Rank", level: "Level", department: "departments", unitLevel: "units", government: "governments", "": "not stated",
      organization: "Organization", region: "Region", revenue: "Total revenue", expenditure: "Total expenditure", share: "Share %", change: "Change %", three_public_total: "三公 total",
      overseas_travel: "Travel abroad", official_vehicles: "Vehicles", vehicle_purchase: "purchase", vehicle_operation: "operation", official_reception: "Receptions",
      verified: "Verified %", contradictions: "Contradictions", count: "{0} organizations", blank: "blank", absent: "no line", "no-table": "no table", ambiguous: "several", unverified: "unverified", disputed: "disputed",
      legend: "○ unverified; ⚠ disputed. A share is the organization's total expenditure in the sum of those listed at its level; what they pay each other is not netted. Choose a name for its lines.", subtitle: "{0} organizations, {1}",
      about: "Made by Yusuan from published documents. “Verified” means that the document's own arithmetic supports a number, not that it is true."
    }
  };
  let lang = /^#(zh|en)$/.test(location.hash) ? location.hash.slice(1) : (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  let unit = "wan";
  let period = data.periods.length - 1;
  let level = "department";
  const sort = { key: "rank", direction: "ascending" };
  const t = (key, ...values) => values.reduce((text, value, i) => text.replace("{" + i + "}", value), words[lang][key] ?? key);
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
  const fixed = (value) => new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  const money = (value) => unit === "wan" ? fixed(value / 10000) : new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 }).format(value);
  const figure = (entry) => {
    if (!entry || entry.amount === undefined) return el("span", { class: "none" }, t(entry ? entry.state : "no-table"));
    const mark = { unverified: "○ ", disputed: "⚠ " }[entry.status] ?? "";
    return el("span", { title: [entry.text, "p" + entry.page, mark ? t(entry.status) : ""].filter(Boolean).join(" · ") }, mark + money(entry.amount));
  };
  const verified = (one) => { const all = one.verified + one.unverified + one.disputed; return all ? 100 * one.verified / all : null; };
  const valueOf = (one, key) => key === "organization" ? one.organization : key === "region" ? one.region ?? "" : key === "rank" ? one.rank : key === "share" ? one.share
    : key === "change" ? one.change?.percent ?? null : key === "verified" ? verified(one) : key === "contradictions" ? one.contradictions : (one[key] ?? one.threePublic[key])?.amount;

  const draw = () => {
    root.lang = lang === "zh" ? "zh-CN" : "en";
    document.title = t("title");
    $("title").textContent = t("title");
    document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
    document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.label)));
    document.querySelectorAll("[data-lang]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.lang === lang));
    document.querySelectorAll("[data-unit]").forEach((node) => node.setAttribute("aria-pressed", node.dataset.unit === unit));
    $("period").replaceChildren(...data.periods.map((one, i) => el("option", { value: String(i), selected: i === period }, one[lang])));
    const now = data.periods[period];
    const levels = [...new Set((now ? now.ranking : []).map((one) => one.level ?? ""))];
    if (!levels.includes(level)) level = levels.sort((a, b) => now.ranking.filter((one) => (one.level ?? "") === b).length - now.ranking.filter((one) => (one.level ?? "") === a).length)[0] ?? "";
    $("level").replaceChildren(...levels.map((one) => el("option", { value: one, selected: one === level }, t(one === "unit" ? "unitLevel" : one))));
    const all = now ? now.ranking.filter((one) => (one.level ?? "") === level) : [];
    $("subtitle").textContent = now ? t("subtitle", all.length, now[lang]) : "";
    const wanted = $("search").value.trim().toLowerCase();
    const rows = all.filter((one) => [one.organization, one.region].filter(Boolean).join(" ").toLowerCase().includes(wanted));
    const sign = sort.direction === "ascending" ? 1 : -1;
    rows.sort((a, b) => {
      const one = valueOf(a, sort.key), two = valueOf(b, sort.key);
      const missing = (one === null || one === undefined) - (two === null || two === undefined);
      return missing || (one < two ? -sign : one > two ? sign : 0);
    });
    const has = (test) => all.some(test);
    const three = ["three_public_total", "overseas_travel", "official_vehicles", "vehicle_purchase", "vehicle_operation", "official_reception"].filter((key) => has((one) => one.threePublic[key]?.amount !== undefined));
    const keys = ["rank", "organization", ...(has((one) => one.region) ? ["region"] : []), ...(has((one) => one.revenue.amount !== undefined) ? ["revenue"] : []), "expenditure", "share", ...(has((one) => one.change) ? ["change"] : []), ...three, "verified", "contradictions"];
    const head = el("tr", {}, ...keys.map((key) => el("th", { scope: "col", "aria-sort": sort.key === key ? sort.direction : "none" }, el("button", { type: "button", onclick: () => {
      sort.direction = sort.key === key && sort.direction === "ascending" ? "descending" : sort.key === key ? "ascending" : ["rank", "organization", "region"].includes(key) ? "ascending" : "descending";
      sort.key = key;
      draw();
      $("table").querySelector('th:not([aria-sort="none"]) button')?.focus();
    } }, t(key)))));
    const widest = Math.max(0, ...all.map((one) => one.share ?? 0));
    const cell = (one, key) => {
      if (key === "organization") return el("th", { scope: "row" }, one.page ? el("a", { href: encodeURIComponent(one.page) }, one.organization) : one.organization);
      if (key === "region") return el("td", {}, one.region ?? "");
      if (key === "rank") return el("td", {}, one.rank === null ? "–" : String(one.rank));
      if (key === "share") {
        const bar = el("span", { class: "bar" });
        bar.style.width = widest ? 100 * (one.share ?? 0) / widest + "%" : "0";
        return el("td", {}, one.share === null ? "" : fixed(one.share), bar);
      }
      if (key === "change") {
        const percent = one.change?.percent;
        return el("td", {}, percent === null || percent === undefined ? "" : (percent > 0 ? "+" : "") + fixed(percent));
      }
      if (key === "verified") return el("td", {}, verified(one) === null ? "" : fixed(verified(one)));
      if (key === "contradictions") return el("td", {}, String(one.contradictions));
      return el("td", {}, figure(one[key] ?? one.threePublic[key]));
    };
    $("count").textContent = t("count", rows.length);
    $("table").replaceChildren(el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows.map((one) => el("tr", {}, ...keys.map((key) => cell(one, key)))))));
    root.dataset.overflow = Math.max(0, root.scrollWidth - root.clientWidth);
  };
  document.querySelectorAll("[data-lang]").forEach((node) => node.addEventListener("click", () => { lang = node.dataset.lang; draw(); }));
  document.querySelectorAll("[data-unit]").forEach((node) => node.addEventListener("click", () => { unit = node.dataset.unit; draw(); }));
  $("period").addEventListener("change", () => { period = Number($("period").value); draw(); });
  $("level").addEventListener("change", () => { level = $("level").value; draw(); });
  $("search").addEventListener("input", draw);
  $("print").addEventListener("click", () => print());
  draw();
  root.dataset.ready = "true";
})();
