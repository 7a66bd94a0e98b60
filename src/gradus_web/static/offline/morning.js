// A morning is told without leaving the page. Where that fails, the same one waits on the phone under the same id.

import { can, kept } from "./store.js";
import { newId, tellMorning } from "./telling.js";

const PATIENCE_MS = 8000;

export function mornings() {
  for (const form of document.querySelectorAll("form.morning[method=post]")) form.addEventListener("submit", tell);
}

async function tell(event) {
  const form = event.target;
  const { submitter } = event;
  if (event.defaultPrevented || submitter?.name !== "pain") return;
  event.preventDefault();
  const told = new FormData(form, submitter);
  const id = newId();
  told.set("id", id);
  try {
    const how = { method: "POST", body: new URLSearchParams(told), redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) };
    const answer = await fetch(form.action, how);
    if (answer.type === "opaqueredirect") location.assign("/today");
    else leave(form, submitter);
  } catch {
    const bundle = can ? await kept("bundle") : null;
    if (!bundle) return leave(form, submitter);
    const { csrfmiddlewaretoken, id: own, ...fields } = Object.fromEntries(told);
    await tellMorning(bundle, fields, own);
    location.assign("/offline#morning");
  }
}

// As a browser without a script sends it: the page that comes says what was wrong.
function leave(form, submitter) {
  const pain = Object.assign(document.createElement("input"), { type: "hidden", name: "pain", value: submitter.value });
  form.append(pain);
  form.submit();
}
