"use strict";

// What htmx sends carries the token that forms carry in a field.
document.addEventListener("htmx:configRequest", (event) => {
  const csrf = document.querySelector("meta[name=csrf]");
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});

// A link with data-dialog leads to a page that asks; here the question is shown above the page that it was asked from.
document.addEventListener("click", async (event) => {
  const dialog = document.getElementById("dialog");
  const link = event.target.closest("a[data-dialog]");
  const plain = !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (event.target.closest("#dialog [data-close]")) {
    event.preventDefault();
    dialog.close();
  } else if (link && dialog && plain) {
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const question = page.querySelector("main .confirmation");
      if (!answer.ok || !question) throw new Error("no question");
      dialog.replaceChildren(document.adoptNode(question));
      htmx.process(dialog);
      dialog.showModal();
    } catch {
      location.assign(link.href);
    }
  }
});

// A form that is being sent is not sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "post" && !("again" in form.dataset)) {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// A date that may be anything between two days can be moved by a slider as well.
document.querySelectorAll("input[type=date][data-slider]").forEach((date) => {
  const day = 86400000;
  const [first, last] = [Date.parse(date.min), Date.parse(date.max)];
  if (!(first < last)) return;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.max = Math.round((last - first) / day);
  slider.value = Math.round((Date.parse(date.value) - first) / day);
  slider.setAttribute("aria-label", date.labels[0].textContent);
  const name = () => slider.setAttribute("aria-valuetext", date.value);
  slider.addEventListener("input", () => {
    date.value = new Date(first + slider.value * day).toISOString().slice(0, 10);
    name();
  });
  slider.addEventListener("change", () => date.form.requestSubmit());
  name();
  date.after(slider);
});

// A group of the navigation closes when one goes on elsewhere, or by Escape, which leads back to its name.
const groups = () => document.querySelectorAll(".parts details[open]");
document.addEventListener("click", (event) => {
  groups().forEach((group) => group.contains(event.target) || (group.open = false));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  groups().forEach((group) => {
    group.open = false;
    if (group.contains(document.activeElement)) group.querySelector("summary").focus();
  });
});
