// What makes the pages a little better. Without it every page still works.

import { carry } from "./offline/carry.js";
import { mornings } from "./offline/morning.js";
import { steppers } from "./stepper.js";

carry().catch(() => { /* no network, or a page that was left: the next one brings them */ });

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`zone=${encodeURIComponent(zone)}`)) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `zone=${encodeURIComponent(zone)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}

// Yes and "not sure" of one question exclude each other.
for (const row of document.querySelectorAll(".ticks .row")) {
  row.addEventListener("change", (event) => {
    for (const box of row.querySelectorAll("input")) if (box !== event.target && event.target.checked) box.checked = false;
  });
}

// A form is sent once.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}
addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

// An address that is shown is chosen whole, to be copied.
for (const input of document.querySelectorAll("input[readonly]")) input.addEventListener("focus", () => input.select());

steppers(document);
mornings();

// Answers appear as one types.
const question = document.querySelector("#q");
const found = document.querySelector("#found");
if (question && found) {
  let waiting;
  let asked;
  question.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      const address = `${location.pathname}?q=${encodeURIComponent(question.value)}`;
      try {
        const answer = await fetch(address, { headers: { "X-Part": "found" }, signal: asked.signal });
        if (answer.ok) {
          found.innerHTML = await answer.text();
          history.replaceState(null, "", address);
        }
      } catch { /* typed on, or no network: the button still asks */ }
    }, 150);
  });
}
