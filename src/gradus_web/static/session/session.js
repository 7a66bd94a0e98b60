// The guided session. One set follows the other without leaving the page, so that a rest that is over is heard.
// No rule stands here: what is asked for, and when to stop, comes with the page.

import "./awake.js";
import { beat } from "./beat.js";
import { hold } from "./hold.js";
import { hurts } from "./hurts.js";
import { say } from "./parts.js";
import { rest } from "./rest.js";
import { switches } from "./signals.js";
import { goOver } from "../offline/over.js";
import { remember } from "../offline/carry.js";
import { steppers } from "../stepper.js";

const PATIENCE_MS = 8000;
const SENT = ".log, .hurts form, .aside form, .list form";
let sending = false;

function begin() {
  for (const part of [rest, hold, beat, hurts, switches]) part(document);
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches(SENT)) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  try {
    await send(form, new URLSearchParams(new FormData(form, event.submitter)));
  } finally {
    sending = false;
  }
});

async function send(form, body) {
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    if (!(await goOver(form))) tell(say("unsent"));
    return;
  }
  if (answer.status >= 500 && (await goOver(form))) return;
  const to = new URL(answer.url);
  if (answer.ok && to.pathname !== location.pathname) return location.assign(to);
  place(await answer.text(), to);
}

// The next page in the place of this one.
function place(text, to) {
  const next = new DOMParser().parseFromString(text, "text/html");
  document.title = next.title;
  document.body.replaceWith(next.body);
  history.replaceState(null, "", to);
  scrollTo(0, 0);
  steppers(document);
  remember();
  begin();
  document.querySelector("#main").focus();
  setTimeout(tellWhere, 150);
}

// Where one is now, for whoever does not see the page change.
function tellWhere() {
  tell([".now h1", ".now .set"].map((part) => document.querySelector(part)?.textContent ?? "").join(", "));
}

function tell(words) {
  const said = document.querySelector("#said");
  if (said) said.textContent = words;
}

begin();
