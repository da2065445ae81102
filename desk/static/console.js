// The staff console: what its pages do beside htmx, which fetches their parts.
import "./console-live.js";
import "./console-here.js";
import "./console-refresh.js";
import "./console-answer.js";
import "./console-waiting.js";

// A refusal (409, 422) comes with the page's part as it now is: show it too.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([401, 403, 404].includes(event.detail.xhr.status)) location.reload();
  if ([409, 422].includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
});
