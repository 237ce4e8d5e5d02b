/* The buttons of the page that adds a case: number the paragraphs, copy the file, save it, open the editors' page for a
   new file. caselawSend(page) takes what add-case.js knows. */
(() => {
  "use strict";

  const NOT_NUMBERED = /^\s*(?:\[|#|[-*+>|]\s?|\d+[.)]\s|$)/;

  // A text without numbers gets them all; one that has some gets the next one where the cursor is.
  function number(body) {
    const numbers = [...body.value.matchAll(/^\[([1-9]\d{0,4})\]/gm)].map((match) => Number(match[1]));
    if (numbers.length || !body.value.trim()) {
      const begin = body.selectionStart && !body.value.slice(0, body.selectionStart).endsWith("\n\n") ? "\n\n" : "";
      body.setRangeText(`${begin}[${Math.max(0, ...numbers) + 1}] `, body.selectionStart, body.selectionEnd, "end");
    } else {
      let last = 0;
      const parts = body.value.trim().split(/\n\s*\n/);
      body.value = parts.map((one) => (NOT_NUMBERED.test(one) ? one : `[${++last}] ${one}`)).join("\n\n");
    }
    body.focus();
  }

  function follow(address, attributes) {
    const link = document.createElement("a");
    Object.assign(link, { href: address, ...attributes });
    document.body.append(link);
    link.click();
    link.remove();
  }

  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    follow(address, { download: name });
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  window.caselawSend = ({ form, part, body, update, longest, now, keep }) => {
    const said = part("said");

    function say(name, filling = "") {
      said.textContent = "";
      setTimeout(() => (said.textContent = said.dataset[name].replace("{name}", filling)), 50);
    }

    async function copy() {
      const done = await window.caselawCopy(now().file);
      if (done) keep();
      return done;
    }

    // What the check would stop goes nowhere from here.
    function stopped() {
      update();
      if (part("stops").hidden) return false;
      part("stops").focus();
      say("stop");
      return true;
    }

    // What is said when the case cannot be sent as it is.
    function hold() {
      if (now().faults.size) {
        for (const field of form.querySelectorAll("[data-field]")) field.dataset.touched = "yes";
        form.dataset.begun = "yes";
        update();
        part("faults").focus();
        return "hold";
      }
      if (part("warnings").hidden || part("checked").checked) return "";
      part("warnings").focus();
      return "personal";
    }

    async function send(repository) {
      const held = hold();
      if (held) return say(held);
      const { record, file } = now();
      const begin = `${repository.replace(/\/$/, "")}/new/main/content/cases/${record.court}`;
      const address = `${begin}?filename=${encodeURIComponent(`${record.id}.md`)}`;
      const whole = `${address}&value=${encodeURIComponent(file)}`;
      const isLong = whole.length > longest;
      if (isLong && !(await copy())) return say("failed");
      keep();
      follow(isLong ? address : whole, { target: "_blank", rel: "noopener noreferrer" });
      return say(isLong ? "paste" : "sent");
    }

    part("number-button").addEventListener("click", () => {
      number(body);
      update();
    });
    part("copy").addEventListener("click", async () => {
      if (!stopped()) say((await copy()) ? "copied" : "failed");
    });
    part("download").addEventListener("click", () => {
      if (stopped()) return;
      const { record, file } = now();
      const name = `${record.id || "case"}.md`;
      save(name, file);
      keep();
      say("saved", name);
    });
    part("send")?.addEventListener("click", () => {
      if (!stopped()) send(part("send").dataset.send);
    });
  };
})();
