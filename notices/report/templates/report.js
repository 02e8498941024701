"use strict";
(() => {
  const openHash = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openHash);
  openHash();

  addEventListener("beforeprint", () => {
    for (const notice of document.querySelectorAll("details.notice")) notice.open = true;
  });

  const form = document.querySelector("form.filter");
  if (!form) return;
  const items = [...document.querySelectorAll(".item")].map((node) => ({
    node,
    text: node.textContent.toLowerCase(),
    info: node.dataset.severity === "info",
  }));
  const infos = document.querySelector("details.infos");
  const shown = form.querySelector("[data-shown]");
  const noMatch = document.querySelector("[data-no-match]");

  const apply = () => {
    const chosen = new FormData(form);
    const severities = new Set(chosen.getAll("severity"));
    const check = chosen.get("check");
    const words = chosen.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    const counts = { work: 0, info: 0 };
    for (const { node, text, info } of items) {
      const fits =
        severities.has(node.dataset.severity) &&
        (!check || node.dataset.check === check) &&
        words.every((word) => text.includes(word));
      node.hidden = !fits;
      if (fits) counts[info ? "info" : "work"] += 1;
    }
    shown.textContent = (counts.work + counts.info).toLocaleString("en");
    noMatch.hidden = counts.work + counts.info > 0;
    const narrowed = check || words.length > 0 || severities.size < 3;
    if (infos) {
      infos.hidden = counts.info === 0;
      if (narrowed && counts.work === 0) infos.open = true;
    }
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
})();
