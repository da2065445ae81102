// Keeps the console's pages fresh: at each signal of the event stream the parts with hx-trigger fetch themselves again.
const changed = () => document.body.dispatchEvent(new CustomEvent("desk:changed"));

if (document.querySelector("[hx-trigger~='desk:changed']")) {
  const stream = new EventSource("/staff/events");
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

// The answer being written is kept while the conversation is refreshed around it; it goes once it has been sent.
document.addEventListener("htmx:afterRequest", (event) => {
  // The form itself has been replaced by then; the request still knows it.
  if (event.detail.successful && event.detail.requestConfig.elt.id === "reply") {
    const text = document.querySelector("#reply-text");
    if (text) text.value = "";
  }
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
