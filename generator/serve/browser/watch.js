// Put into every page that `gongshi serve` shows, and never written to disk: renews the page when it has
// changed, and lays over it what is wrong.
(() => {
  "use strict";

  const script = document.currentScript;
  const { seen } = script.dataset;
  const base = new URL(".", script.src);
  const plain = "plain" in script.dataset;
  const AGAIN = 700; // milliseconds before a server that is gone is asked again
  let source = null;
  let waiting = 0;
  let told = "";
  let host = null;

  function connect() {
    disconnect();
    const asked = new URL("events", base);
    asked.searchParams.set("page", location.pathname);
    source = new EventSource(asked);
    source.onmessage = (event) => heard(JSON.parse(event.data));
    source.onerror = () => {
      disconnect();
      waiting = setTimeout(connect, AGAIN);
    };
  }

  function disconnect() {
    clearTimeout(waiting);
    if (source) source.close();
    source = null;
  }

  function heard(state) {
    if (state.seen !== seen) {
      disconnect();
      location.reload(); // the browser keeps the place on the page
    } else if (!plain && state.trouble !== told) {
      told = state.trouble;
      show(state);
    }
  }

  function show(state) {
    if (!host) {
      host = document.createElement("gongshi-trouble");
      document.body.append(host);
      host.attachShadow({ mode: "open" });
      new MutationObserver(dress).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
    }
    dress();
    const root = host.shadowRoot;
    root.innerHTML = "";
    if (!told) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("overlay.css", base).href;
    const all = document.createElement("div");
    all.hidden = true; // until it has its style
    style.onload = () => { all.hidden = false; };
    all.innerHTML = told;
    const open = document.createElement("button");
    open.type = "button";
    open.className = "gs-open";
    open.hidden = true;
    open.textContent = state.count ? `${state.count} 处错误` : "有写错的地方";
    all.append(open);
    root.append(style, all);
    root.querySelector(".gs-head button").onclick = () => fold(true);
    open.onclick = () => fold(false);
  }

  function fold(away) {
    const panel = host && host.shadowRoot.querySelector("section");
    if (!panel || panel.hidden === away) return;
    panel.hidden = away;
    const open = host.shadowRoot.querySelector(".gs-open");
    open.hidden = !away;
    (away ? open : panel).focus();
  }

  function dress() {
    const scheme = document.body.dataset.mdColorScheme;
    const dark = scheme ? scheme === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
    host.toggleAttribute("dark", dark);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") fold(true);
  });
  // A page that nobody looks at holds no connection: a browser has only six for one server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) disconnect();
    else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => {
    if (event.persisted) connect();
  });
  if (!document.hidden) connect();
})();
