// What pages do better with JavaScript; all of it works without. No library.
const root = document.documentElement;

// Tables sort by the column whose head is pressed.
function sortable(table) {
  const value = (row, n) => row.cells[n].textContent.trim();
  table.querySelectorAll("thead th").forEach((head, n) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...table.tBodies[0].rows];
      const order = new Intl.Collator(root.lang, { numeric: true });
      rows.sort((a, b) => (up ? 1 : -1) * order.compare(value(a, n), value(b, n)));
      table.tBodies[0].append(...rows);
    });
  });
}
const prepare = (within) => within.querySelectorAll("table[data-sortable]").forEach(sortable);
prepare(document);

// Where the system is dark already, the switch begins with light.
const toTheme = document.querySelector('[data-switch="theme"]');
if (toTheme && !root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches) {
  toTheme.href = toTheme.href.replace("theme=dark", "theme=light");
  toTheme.textContent = toTheme.dataset.light;
}

// The theme changes without loading the page anew; the link leaves the cookie that keeps it.
toTheme?.addEventListener("click", async (event) => {
  const link = event.currentTarget;
  const theme = new URL(link.href).searchParams.get("theme");
  event.preventDefault();
  const page = await (await fetch(link.href)).text();
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const next = new DOMParser().parseFromString(page, "text/html").querySelector('[data-switch="theme"]');
  link.href = next.getAttribute("href");
  link.textContent = next.textContent;
});

// A query is answered in the page; the answer is the same HTML that the form would lead to, so its address is kept.
const bench = document.getElementById("bench");
const answer = document.getElementById("answer");
let running = null;

async function show(address, remember) {
  running?.abort();
  running = new AbortController();
  answer.classList.add("busy");
  answer.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, signal: running.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.getElementById("answer");
    const written = page.getElementById("query");
    if (!found) throw new Error(page.querySelector("main")?.textContent.trim() || response.statusText);
    answer.replaceChildren(...found.childNodes);
    prepare(answer);
    for (const name of ["lang", "theme"]) {
      const fresh = page.querySelector(`[data-switch="${name}"]`);
      if (fresh) document.querySelector(`[data-switch="${name}"]`).href = fresh.getAttribute("href");
    }
    if (remember) history.pushState(null, "", address);
    const { line, column, message } = written?.dataset ?? {};
    document.dispatchEvent(new CustomEvent("answered", { detail: line ? { line: +line, column: +column, message } : null }));
  } catch (error) {
    if (error.name === "AbortError") return;
    const notice = document.createElement("p");
    notice.className = "notice bad";
    notice.setAttribute("role", "alert");
    notice.textContent = error.message;
    answer.replaceChildren(notice);
  } finally {
    answer.classList.remove("busy");
    answer.removeAttribute("aria-busy");
  }
}

if (bench) {
  bench.addEventListener("submit", (event) => {
    const query = document.getElementById("query").value;
    bench.method = query.length > 20000 ? "post" : "get"; // too long for an address: the form goes its own way
    if (bench.method === "post") return;
    event.preventDefault();
    show(`${bench.getAttribute("action")}?${new URLSearchParams({ query })}`, true);
  });
  answer.addEventListener("click", (event) => {
    const tab = event.target.closest(".tabs a");
    if (!tab || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(tab.href, true);
  });
  window.addEventListener("popstate", () => location.reload());
}
