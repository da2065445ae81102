// Keeps the console's pages fresh: at each signal of the event stream the parts with hx-trigger fetch themselves again.
const changed = () => document.body.dispatchEvent(new CustomEvent("desk:changed"));

if (document.querySelector("[hx-trigger~='desk:changed']")) {
  const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;
  const stream = new EventSource(ticket ? `/staff/events?ticket=${ticket}` : "/staff/events");
  let opened = false;
  stream.addEventListener("queue", () => {
    // The first event only says that the stream is there; after a reconnect it stands for all that was missed.
    if (opened) changed();
    opened = true;
  });
}

// A refusal (409, 422) comes with the page's part as it now is: show it too.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([401, 403, 404].includes(event.detail.xhr.status)) location.reload();
  if ([409, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
});

// What is open and chosen in a form stays so while the page is refreshed around it.
let kept = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  const open = document.querySelectorAll("#conversation details[id][open]");
  kept = event.detail.requestConfig.verb === "get" ? [...open].map(({ id }) => id) : [];
  kept.fields = [...document.querySelectorAll("#conversation details[open] :is(select, textarea)[id]")]
    .map(({ id, value }) => [id, value]);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const id of kept) document.getElementById(id)?.setAttribute("open", "");
  for (const [id, value] of kept.length ? kept.fields : []) {
    const field = document.getElementById(id);
    const fits = field && (field.tagName === "TEXTAREA" || [...field.options].some((each) => each.value === value));
    if (fits) field.value = value;
  }
});

// How many wait stands before the title, so that it is seen in another tab.
const title = document.title;
const count = () => {
  const waiting = Number(document.querySelector("[data-waiting]")?.dataset.waiting ?? 0);
  document.title = waiting ? `(${waiting}) ${title}` : title;
};
document.addEventListener("htmx:afterSwap", count);
count();

// Colleagues see that an answer is being written; told at most every three seconds.
let told = 0;
document.addEventListener("input", (event) => {
  const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;
  if (!ticket || event.target.id !== "reply-text" || Date.now() - told < 3000) return;
  told = Date.now();
  fetch(`/staff/tickets/${ticket}/typing`, { method: "POST" });
});

// Puts a suggested or canned reply where the caret is.
document.addEventListener("click", (event) => {
  const text = document.querySelector("#reply-text");
  const button = event.target.closest?.("[data-insert]");
  if (!button || !text) return;
  text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, "end");
  text.focus();
});

// The answer being written is kept while the conversation is refreshed around it; it goes once it has been sent. The
// form may have been replaced by a refresh before its answer comes: htmx then tells nobody, but the request does.
document.addEventListener("htmx:beforeRequest", ({ detail: { elt, xhr } }) => {
  const cleared = elt.dataset?.clears;
  if (!cleared) return;
  xhr.addEventListener("load", () => {
    const text = document.getElementById(cleared);
    if (xhr.status < 400 && text) text.value = "";
  });
});

// Suggestions are looked for again when the visitor has written.
const asked = () => document.querySelectorAll("#transcript .visitor").length;
let questions = asked();
document.addEventListener("htmx:afterSwap", () => {
  if (asked() !== questions) document.body.dispatchEvent(new CustomEvent("desk:asked"));
  questions = asked();
});

const newest = () => document.querySelector("#transcript")?.lastElementChild?.scrollIntoView({ block: "nearest" });
document.addEventListener("htmx:afterSwap", newest);
newest();

// Ctrl+Enter sends.
document.addEventListener("keydown", (event) => {
  if (event.target.id === "reply-text" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form.requestSubmit();
  }
});
