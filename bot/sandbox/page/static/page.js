// The page is drawn on the server. This script sends its forms without leaving the page, and
// fetches the page again when the server says that there is something new.
"use strict";

const REFRESH = { headers: { "X-Refresh": "1" } };
const shown = new Map(); // what the server sent last for each live part, by id

function parts(root) {
  return [...root.querySelectorAll("[data-live]")];
}

function isAtBottom(part) {
  return part.scrollHeight - part.scrollTop - part.clientHeight < 120;
}

/** Show the end, but no less than the beginning of the last message. */
function toBottom(part) {
  const last = part.querySelector(".row:last-child");
  const end = part.scrollHeight - part.clientHeight;
  const top = last ? last.offsetTop - part.offsetTop - 8 : end;
  part.scrollTop = Math.min(end, top);
}

/** Put in what is new; a part that did not change keeps what people typed in it. */
function swap(fresh) {
  for (const part of parts(document)) {
    const html = fresh.getElementById(part.id)?.innerHTML ?? "";
    if (shown.get(part.id) === html) continue;
    const follow = "bottom" in part.dataset && isAtBottom(part);
    shown.set(part.id, html);
    part.innerHTML = html;
    if (follow) toBottom(part);
  }
  settle();
}

async function refresh() {
  const answer = await fetch(location.href, REFRESH);
  swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

/** One refresh at a time; whatever comes meanwhile is answered by one more. */
let refreshing = null;
let isStale = false;
function news() {
  isStale = true;
  refreshing ??= (async () => {
    while (isStale) {
      isStale = false;
      await refresh().catch(() => {});
    }
    refreshing = null;
  })();
}

/** Go to another place without loading the page anew, where only the thread differs. */
function visit(address) {
  const to = new URL(address, location.href);
  if (to.href === location.href) return news();
  location.assign(to);
}

async function send(form, button) {
  if (button?.dataset.confirm && !confirm(button.dataset.confirm)) return;
  const fields = new FormData(form, button);
  const address = button?.getAttribute("formaction") ?? form.action;
  form.classList.add("sending");
  try {
    const answer = await fetch(address, { method: "POST", body: fields, ...REFRESH });
    if (!answer.ok) return;
    if (form.matches("[data-composer]")) clear(form);
    visit((await answer.json()).address);
  } finally {
    form.classList.remove("sending");
  }
}

function clear(form) {
  form.reset();
  form.querySelector(".attached").textContent = "";
  grow(form.elements.text);
}

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 220)}px`;
}

/** Show a modal that the app opened, as the browser's own, which keeps the focus in it. */
function settle() {
  const modal = document.querySelector("[data-modal]");
  if (!modal || modal.open) return;
  modal.showModal();
  modal.querySelector(".modal-body :is(input:not([type=hidden]), textarea, select)")?.focus();
}

// ---- suggestions: commands after "/", people after "@"

function suggestions(field) {
  const list = field.form.querySelector(".suggestions");
  const word = field.value.slice(0, field.selectionStart).match(/(^\/\S*|(?:^|\s)@\S*)$/)?.[0].trim();
  const options = [...list.children];
  for (const option of options) {
    option.hidden = !word || !option.dataset.insert.toLowerCase().startsWith(word.toLowerCase());
  }
  const fitting = options.filter((option) => !option.hidden);
  list.hidden = fitting.length === 0;
  options.forEach((option) => option.setAttribute("aria-selected", option === fitting[0]));
  return { list, fitting, word };
}

function insert(field, option, word) {
  const end = field.selectionStart;
  field.setRangeText(option.dataset.insert, end - word.length, end, "end");
  suggestions(field);
  field.focus();
}

function move(fitting, step) {
  const now = fitting.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = (now + step + fitting.length) % fitting.length;
  fitting.forEach((option, n) => option.setAttribute("aria-selected", n === next));
  fitting[next].scrollIntoView({ block: "nearest" });
}

function key(event) {
  const field = event.target;
  const list = field.form.querySelector(".suggestions");
  const fitting = [...list.children].filter((option) => !option.hidden);
  const chosen = fitting.find((option) => option.getAttribute("aria-selected") === "true");
  if (!list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    move(fitting, event.key === "ArrowDown" ? 1 : -1);
  } else if (!list.hidden && chosen && ["Tab", "Enter"].includes(event.key)) {
    insert(field, chosen, suggestions(field).word);
  } else if (!list.hidden && event.key === "Escape") {
    list.hidden = true;
  } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    field.form.requestSubmit();
  } else {
    return;
  }
  event.preventDefault();
}

// ---- what people do

document.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches(".attach input")) {
    const names = [...field.files].map((file) => file.name);
    field.form.querySelector(".attached").textContent = names.join(", ");
  } else if (field.dataset.used) {
    choose(field);
  }
});

/** A menu is a button too: choosing tells the app. */
function choose(field) {
  const [action] = JSON.parse(field.dataset.used);
  const button = document.createElement("button");
  const press = location.pathname + "/press" + location.search;
  button.name = "used";
  button.value = JSON.stringify([action, field.value]);
  button.setAttribute("formaction", press);
  button.hidden = true;
  field.form.append(button);
  send(field.form, button).finally(() => button.remove());
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-composer] textarea")) return;
  grow(event.target);
  suggestions(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.target.matches?.("[data-composer] textarea")) key(event);
});

document.addEventListener("click", (event) => {
  const option = event.target.closest?.(".suggestions [data-insert]");
  if (!option) return;
  const field = option.closest("form").elements.text;
  insert(field, option, suggestions(field).word);
});

// Escape closes a modal; the app may want to know.
document.addEventListener(
  "cancel",
  (event) => {
    event.preventDefault();
    event.target.querySelector("[data-close]")?.click();
  },
  true,
);

for (const part of parts(document)) {
  shown.set(part.id, part.innerHTML);
  if ("bottom" in part.dataset) toBottom(part);
}
settle();
document.querySelector(".thread:not([hidden]) textarea, .main textarea")?.focus({ preventScroll: true });
new EventSource("/updates").addEventListener("message", news);
document.documentElement.dataset.ready = "true";
