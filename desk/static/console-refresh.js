/**
 * What a person typed, ticked, chose and unfolded, the focus and the place in the conversation stay while a part of the
 * page is brought up to date around them. Idiomorph changes only what differs; here is what is the person's.
 */

/* global Idiomorph */

/** So close to the end of the conversation, in pixels, counts as at the end. */
const NEAR = 60;

/** Whether the answer with this id stands in the conversation. */
const hasArrived = (id) => Boolean(document.querySelector(`#transcript [data-client-id="${CSS.escape(id)}"]`));

Idiomorph.defaults.callbacks.beforeNodeMorphed = (here, fresh) => {
  if (here instanceof HTMLDetailsElement) fresh.open = here.open;
  if (here instanceof HTMLSelectElement && [...fresh.options].some(({ value }) => value === here.value)) {
    fresh.value = here.value;
  }
  // An answer keeps its id until it has arrived, so that sending it again does not double it.
  if (here.id === "reply-id") return hasArrived(here.value);
  return !(here instanceof HTMLTextAreaElement || here.type === "checkbox");
};

const transcript = () => document.querySelector("#transcript");
const toEnd = () => transcript()?.scrollTo({ top: transcript().scrollHeight });
let wasAtEnd = true;
let hadFocus = false;
document.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig, target, xhr } }) => {
  const list = transcript();
  const isDeed = requestConfig.verb === "post";
  hadFocus = target.contains(document.activeElement);
  wasAtEnd = isDeed || !list || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const deed = requestConfig.elt?.closest?.("details.deed");
  if (isDeed && deed && xhr.status < 400) {
    deed.open = false;
    requestConfig.elt.reset();
  }
});
document.addEventListener("htmx:afterSwap", () => { if (wasAtEnd) toEnd(); });
toEnd();

// A part that was fetched before something was done shows what is past: an answer begun meanwhile would be swept away.
let deeds = 0;
const begun = new WeakMap();
document.addEventListener("htmx:beforeRequest", ({ detail: { xhr } }) => begun.set(xhr, deeds));
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.requestConfig.verb === "post") deeds += 1;
  else if (detail.target.id === "conversation" && begun.get(detail.xhr) !== deeds) {
    detail.shouldSwap = false;
    document.body.dispatchEvent(new CustomEvent("desk:changed"));
  }
});

// A button that did its work is gone: whoever uses the keyboard goes on with the answer, or at the top; so does who turned to the last page of a list.
document.addEventListener("htmx:afterSettle", ({ detail: { requestConfig } }) => {
  const isLost = document.activeElement === document.body || !document.activeElement?.checkVisibility();
  if (!isLost || !(hadFocus || requestConfig.verb === "post")) return;
  const next = document.querySelector("#conversation [role=alert], #reply-text") ?? document.querySelector("#back, #queue");
  next?.focus();
});
