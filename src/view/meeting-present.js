// The browser's side of the presentation: keys, buttons and levers, the whole screen, a window of its own. That window has its
// own classes of nodes and events, which the program would take for strangers; here they are all the same. What people do
// reaches the program as a word or a few: `act("slide <lever> <value>")`.

const ACTS = {
  ArrowRight: "next", PageDown: "next", " ": "next", Enter: "next", ArrowLeft: "back", PageUp: "back",
  Home: "first", End: "last", w: "what-if", d: "colours", v: "window",
};
// How long the controls stay after the last movement or key, in milliseconds.
const CALM_MS = 2000;

// A digit goes from a slider to the field beside it; Enter goes back, and what is typed counts.
const onLever = (event, lever) => {
  const other = (type) => lever.closest("li").querySelector(`input[type=${type}]`);
  if (lever.type === "text" && event.key === "Enter") other("range").focus();
  if (lever.type === "range" && /^[\d,.−-]$/.test(event.key)) other("text").focus();
};

const onKey = (event, root, act) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key !== "Escape" && target.closest("[data-try]")) {
    onLever(event, target);
    return;
  }
  const numbered = root.querySelectorAll("input[type=range]")[key - 1];
  const name = key === "Escape" ? "escape" : ACTS[key.length > 1 ? key : key.toLowerCase()];
  const presses = target.closest("button") && [" ", "Enter"].includes(key);
  if (presses || !(name || numbered)) return;
  event.preventDefault();
  if (numbered) numbered.focus();
  else act(name);
};

// The controls vanish while nothing is done; who tabs to one sees it.
const calmsDown = (root) => {
  const view = root.ownerDocument.defaultView;
  let timer;
  const wake = () => {
    root.removeAttribute("data-calm");
    view.clearTimeout(timer);
    timer = view.setTimeout(() => root.setAttribute("data-calm", ""), CALM_MS);
  };
  for (const name of ["pointermove", "pointerdown", "keydown"]) root.addEventListener(name, wake);
  wake();
};

const steer = (root, act) => {
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-act]");
    if (button) act(button.dataset.act);
  });
  root.addEventListener("input", ({ target: { type, value, dataset } }) => {
    if (dataset.try) act(`${type === "range" ? "slide" : "type"} ${dataset.try} ${value}`);
  });
  root.addEventListener("change", ({ target: { type, value, dataset } }) => {
    if (dataset.try) act(type === "range" ? "settle" : `enter ${dataset.try} ${value}`);
  });
  // Who comes to a field is about to replace what it holds; a press would put the caret somewhere in it.
  root.addEventListener("focusin", ({ target }) => { if (target.dataset.try && target.type === "text") target.select(); });
  root.addEventListener("mousedown", (event) => {
    const { target } = event;
    if (!target.matches("[data-try][type=text]:not(:focus)")) return;
    event.preventDefault();
    target.focus();
  });
  root.addEventListener("keydown", (event) => onKey(event, root, act));
  calmsDown(root);
};

// Keeps a screen awake, where the browser can, until what this gives is called. A browser forgets it with a hidden window.
const stayAwake = ({ document: shown, navigator }) => {
  let lock;
  let done = false;
  const ask = async () => {
    if (done || shown.visibilityState !== "visible") return;
    lock = await navigator.wakeLock?.request("screen").catch(() => {});
    if (done) lock?.release();
  };
  shown.addEventListener("visibilitychange", ask);
  ask();
  return () => {
    done = true;
    shown.removeEventListener("visibilitychange", ask);
    lock?.release();
  };
};

// Shows a stage over the page. However it is left, `act` hears it.
globalThis.showStage = (stage, act) => {
  const dialog = stage.closest("dialog");
  const opener = document.activeElement;
  const sleep = stayAwake(window);
  // Escape would leave the whole screen before it is heard here; where a browser has it so, that is what is heard.
  const onScreen = () => document.fullscreenElement ?? act("escape");
  navigator.keyboard?.lock?.(["Escape"])?.catch(() => {});
  document.addEventListener("fullscreenchange", onScreen);
  steer(dialog, act);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    act("escape");
  });
  dialog.addEventListener("close", () => {
    document.removeEventListener("fullscreenchange", onScreen);
    navigator.keyboard?.unlock?.();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    sleep();
    act("left");
    // The browser gives the focus back by itself, but not while something fills the screen.
    setTimeout(() => (opener.checkVisibility() ? opener : document.getElementById("inhoud")).focus());
  });
  dialog.showModal();
};

// Shuts the place where a stage stands.
globalThis.leaveStage = (stage) => {
  const dialog = stage.closest("dialog");
  if (dialog) dialog.close();
  else stage.ownerDocument.defaultView.close();
};

let beside;
let place;

const furnish = (act) => {
  const other = beside.document;
  const parts = "head > :is(style, link[rel=stylesheet], [name=color-scheme], [rel=icon])";
  for (const part of document.querySelectorAll(parts)) other.head.append(part.cloneNode(true));
  other.title = `Beeld: ${document.title}`;
  other.documentElement.lang = document.documentElement.lang;
  other.body.className = document.body.className;
  place = document.createElement("div");
  other.body.append(place);
  steer(place, act);
  const sleep = stayAwake(beside);
  const shut = beside.close.bind(beside);
  // Also when it is loaded again: it would come back empty.
  beside.addEventListener("pagehide", () => {
    sleep();
    act("left");
    shut();
  });
};

// The place for a stage in a window of its own, which comes to the front; none where the browser refuses it. There is one.
globalThis.openBeside = (act) => {
  if (!beside || beside.closed) {
    beside = open("", "", "popup,width=1024,height=768");
    if (!beside) return null;
    furnish(act);
  }
  beside.focus();
  document.querySelector("dialog.stage-box[open]")?.close();
  return place;
};
// Shuts all places.
globalThis.leaveStages = () => {
  document.querySelector("dialog.stage-box[open]")?.close();
  beside?.close();
};
addEventListener("pagehide", () => beside?.close());
// At the foot of each page that is printed, where the browser knows boxes in the margin: what the page is about.
const foot = document.head.appendChild(document.createElement("style"));
addEventListener("beforeprint", () => {
  foot.textContent = `@page { @bottom-left { content: ${JSON.stringify(document.title)}; font: 8pt sans-serif; } }`;
});
