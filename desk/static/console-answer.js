/** Writing an answer: suggestions and canned replies, keys, who types, and an empty field once it has been sent. */

const field = () => document.querySelector("#reply-text");
const id = () => document.querySelector("#reply-id")?.value;

// Colleagues see that an answer is being written; told at most every three seconds.
let told = 0;
document.addEventListener("input", (event) => {
  const ticket = document.querySelector("[data-ticket]")?.dataset.ticket;
  if (!ticket || event.target !== field() || Date.now() - told < 3000) return;
  told = Date.now();
  // That the desk is away is said by the stream already.
  fetch(`/staff/tickets/${ticket}/typing`, { method: "POST" }).catch(() => {});
});

// Puts a suggested or canned reply where the caret is.
document.addEventListener("click", (event) => {
  const text = field();
  const button = event.target.closest?.("[data-insert]");
  if (!button || !text) return;
  text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, "end");
  text.focus();
});

// Ctrl+Enter sends.
document.addEventListener("keydown", (event) => {
  if (event.target === field() && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form.requestSubmit();
  }
});

// Once an answer stands in the conversation the form has an id for the next one (console-refresh.js): what was sent goes
// out of the field, what was typed behind it meanwhile stays.
let current = id();
let sent = "";
document.addEventListener("htmx:beforeRequest", ({ detail: { elt } }) => {
  if (elt.id === "reply") sent = field().value;
});
document.addEventListener("htmx:afterSwap", () => {
  const text = field();
  if (id() === current) return;
  if (text && sent && text.value.startsWith(sent)) text.value = text.value.slice(sent.length).trimStart();
  current = id();
  sent = "";
});

document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  if (elt.id === "note" && successful) elt.reset();
});

// Suggestions are looked for again when the visitor has written.
const asked = () => document.querySelectorAll("#transcript .visitor").length;
let questions = asked();
document.addEventListener("htmx:afterSwap", () => {
  if (asked() !== questions) document.body.dispatchEvent(new CustomEvent("desk:asked"));
  questions = asked();
});
