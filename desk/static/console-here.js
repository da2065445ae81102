/**
 * Says that somebody is at the console: each minute while a page is seen or used. The desk counts nobody who has said
 * nothing for five minutes, so that no visitor waits for a tab that was forgotten.
 */

const EVERY = 60_000;
/** A page that is only seen counts so long after the last key or pointer: a screen is left on over night, too. */
const WATCHED = 30 * 60_000;

let used = Date.now();
let told = Date.now(); // the page's event stream has just said it

function tell() {
  told = Date.now();
  // As what a page fetches by itself (htmx), it does not count as use of the login.
  fetch("/staff/here", { headers: { "HX-Request": "true" } }).catch(() => {});
}

const isSeen = () => document.visibilityState === "visible" && Date.now() - used < WATCHED;

if (document.querySelector("[hx-trigger~='desk:changed']")) {
  setInterval(() => { if (isSeen()) tell(); }, EVERY);
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, () => {
      used = Date.now();
      if (used - told > EVERY) tell();
    }, { passive: true });
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    used = Date.now();
    tell();
  });
}
