// The browser's side of the briefing view: keys and buttons, the whole screen, a window of its own. That window has its
// own classes of nodes and events, which the program would take for strangers; here they are all the same.
(() => {
  const ACTS = {
    ArrowRight: "next", PageDown: "next", " ": "next", Enter: "next", ArrowLeft: "back", PageUp: "back",
    Home: "first", End: "last", r: "replay", d: "colours", v: "window", Escape: "leave",
  };
  const steer = (root, act, leave) => {
    const does = (name) => (name === "leave" ? leave() : act(name));
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-act]");
      if (button) does(button.dataset.act);
    });
    root.addEventListener("keydown", (event) => {
      const { key, target } = event;
      const name = ACTS[key.length > 1 ? key : key.toLowerCase()];
      const presses = target.closest("button") && [" ", "Enter"].includes(key);
      if (!name || presses || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      does(name);
    });
  };

  // Shows a stage over the page, on the whole screen where the browser allows that; a dialog itself cannot fill it.
  // However it is left, `act` hears it.
  globalThis.showStage = (stage, act) => {
    const dialog = stage.closest("dialog");
    const opener = document.activeElement;
    const leave = () => dialog.close();
    steer(dialog, act, leave);
    dialog.addEventListener("close", () => {
      act("leave");
      // The browser gives the focus back by itself, but not while something fills the screen.
      setTimeout(() => opener.focus());
    });
    stage.addEventListener("fullscreenchange", () => document.fullscreenElement ?? leave());
    dialog.showModal();
    stage.requestFullscreen?.()?.catch(() => {});
  };

  // The place for a stage in a window of its own; none where the browser refuses it. There is one such window.
  let beside;
  let place;
  globalThis.openBeside = (act) => {
    if (!beside || beside.closed) {
      beside = open("", "", "popup,width=1024,height=768");
      if (!beside) return null;
      const other = beside.document;
      for (const part of document.querySelectorAll("head > style, head > [name=color-scheme], head > [rel=icon]")) {
        other.head.append(part.cloneNode(true));
      }
      other.title = `Beeld: ${document.title}`;
      other.documentElement.lang = document.documentElement.lang;
      other.body.className = document.body.className;
      place = document.createElement("div");
      other.body.append(place);
      const shut = beside.close.bind(beside);
      steer(other, act, shut);
      // Also when it is loaded again: it would come back empty.
      beside.addEventListener("pagehide", () => {
        act("leave");
        shut();
      });
    }
    beside.focus();
    document.querySelector("dialog[open]")?.close();
    return place;
  };
  addEventListener("pagehide", () => beside?.close());
})();
