/* A button at the number of each paragraph, which copies the citation of that paragraph. Its words stand in
   components/pinpoint.html. */
(() => {
  "use strict";

  const box = document.querySelector("[data-pinpoint]");
  if (!box) return;
  const said = box.querySelector("[data-pinpoint-said]");
  const byHand = box.querySelector("[data-pinpoint-by-hand]");
  const field = box.querySelector("[data-pinpoint-text]");
  const words = box.dataset;
  const SHOWN = 8000; // milliseconds
  let timer = 0;
  let last = null; // the button that was pressed

  // The permanent address; without one, where the page is on the web. The folders of a computer are nobody's business.
  function addressOf(id) {
    const page = words.address || (location.protocol.startsWith("http") ? location.href.split(/[?#]/)[0] : "");
    return page && `${page}#${id}`;
  }

  function citationOf({ id, number }) {
    return [`${words.before}${number}${words.after}`, addressOf(id)].filter(Boolean).join(", ");
  }

  function say(text) {
    clearTimeout(timer);
    byHand.hidden = true;
    said.textContent = "";
    // A text that is said a second time is only heard when it was gone in between.
    timer = setTimeout(() => {
      said.textContent = text;
      timer = setTimeout(() => (said.textContent = ""), SHOWN);
    }, 50);
  }

  function offer(text) {
    clearTimeout(timer);
    said.textContent = words.failed;
    byHand.hidden = false;
    field.value = text;
    field.select();
  }

  async function cite(button, paragraph) {
    last = button;
    const text = citationOf(paragraph);
    if (await window.caselawCopy(text)) say(words.done.replace("{citation}", () => text));
    else offer(text);
  }

  function close() {
    said.textContent = "";
    byHand.hidden = true;
    last.focus({ preventScroll: true });
  }

  for (const link of document.querySelectorAll("article.case .prose-number")) {
    const number = link.querySelector("[aria-hidden]").textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "prose-cite";
    button.lang = document.documentElement.lang;
    button.textContent = words.short;
    button.setAttribute("aria-label", words.name.replace("{number}", number));
    button.addEventListener("click", () => cite(button, { id: link.parentElement.id, number }));
    link.after(button);
  }
  box.querySelector("[data-pinpoint-close]").addEventListener("click", close);
  byHand.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
