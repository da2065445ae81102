/** How much waits stands before the title, so that it is seen in another tab; who wants it hears a tone for what is new. */

const KNOWN = "desk-waiting";
const title = document.title;
const here = document.querySelector("[data-ticket]")?.dataset.ticket;
/** @type {AudioContext | undefined} */
let audio;

/** Two short tones, upwards. */
export function chime() {
  audio ??= new AudioContext();
  const { currentTime: begin, destination } = audio;
  for (const [number, frequency] of [660, 880].entries()) {
    const at = begin + number * 0.15;
    const loudness = audio.createGain();
    loudness.gain.setValueAtTime(0.1, at);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(loudness).connect(destination);
    tone.start(at);
    tone.stop(at + 0.3);
  }
}

/** What waits, as the server names it: requests by number, those of one's own with their last message. */
const waiting = () => document.querySelector("#waiting")?.dataset.waiting.split(" ").filter(Boolean) ?? [];

/** What all pages of this browser have seen waiting; undefined before the first. */
function exchange(now) {
  try {
    const known = localStorage.getItem(KNOWN);
    localStorage.setItem(KNOWN, now.join(" "));
    return known?.split(" ");
  } catch {
    return undefined; // A browser that keeps nothing makes no tone.
  }
}

function show() {
  const now = waiting();
  document.title = now.length ? `(${now.length}) ${title}` : title;
  const known = exchange(now);
  if (!known || !document.querySelector("#waiting[data-chime]")) return;
  // A message on the page that one looks at is no news.
  const isSeen = (each) => document.visibilityState === "visible" && each.split(":")[0] === here;
  if (now.some((each) => !known.includes(each) && !isSeen(each))) chime();
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "waiting-part") show();
});

// Browsers allow a tone after a first click or key; that one makes it ready.
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, () => {
    if (document.querySelector("#waiting[data-chime]")) audio ??= new AudioContext();
    audio?.resume();
  }, { once: true });
}
document.querySelector("#try-chime")?.addEventListener("click", chime);
