/**
 * Keeps the pages fresh: at each signal of the event stream the parts with `hx-trigger` fetch themselves again.
 *
 * All pages in the background share one stream, held by whichever has the lock: over HTTP/1.1 a browser keeps six
 * connections to a site, and tabs that are left open must not use them up. Locks exist on secure pages only; elsewhere
 * each page has its own stream.
 */

/** After so many milliseconds a stream is begun again that the browser has given up. */
const AGAIN = 3_000;

const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;
const connection = document.querySelector("#connection");
/** @type {EventSource | undefined} */
let stream;
let timer = 0;
let place = new AbortController();

const changed = () => document.body.dispatchEvent(new CustomEvent("desk:changed"));

function begin() {
  if (stream) return;
  stream = new EventSource(ticket ? `/staff/events?ticket=${ticket}` : "/staff/events");
  stream.addEventListener("queue", () => {
    connection.textContent = "";
    // The first event stands for all that came since the page was made, or since the stream was lost.
    changed();
  });
  stream.addEventListener("error", () => {
    connection.textContent = connection.dataset.lost;
    // The browser tries again by itself, but not after an answer that is no stream: a proxy's before a desk that is
    // away, or that the login has ended, which the parts find out.
    if (stream.readyState !== EventSource.CLOSED) return;
    end();
    timer = setTimeout(begin, AGAIN);
    changed();
  });
}

function end() {
  clearTimeout(timer);
  stream?.close();
  stream = undefined;
}

/** Holds a stream of this page's own while it is seen, else waits for its turn to hold the one of the background. */
async function follow() {
  place.abort();
  place = new AbortController();
  const { signal } = place;
  if (document.visibilityState === "visible" || !navigator.locks) {
    begin();
    return;
  }
  end();
  try {
    await navigator.locks.request("desk-console", { signal }, () => {
      begin();
      return new Promise((done) => { signal.addEventListener("abort", done); });
    });
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

if (document.querySelector("[hx-trigger~='desk:changed']")) {
  document.addEventListener("visibilitychange", follow);
  follow();
}

// What a button did not do, because the desk could not be reached or failed, is said; what was written stays.
const isDeed = ({ detail }) => detail.requestConfig?.verb === "post";
document.addEventListener("htmx:beforeRequest", (event) => {
  if (isDeed(event)) connection.textContent = "";
});
document.addEventListener("htmx:sendError", (event) => {
  if (isDeed(event)) connection.textContent = connection.dataset.failed;
});
document.addEventListener("htmx:responseError", (event) => {
  if (isDeed(event) && event.detail.xhr.status >= 500) connection.textContent = connection.dataset.failed;
});
