// On every page: what waits is sent, and the next sessions are brought to the phone.

import { can, keep, kept, mayKeep, waiting, wipe } from "./store.js";
import { sync } from "./queue.js";
import { say } from "./say.js";
import { today } from "./telling.js";
import { tellWhere } from "./word.js";

const PICTURES = "gradus-pictures";
const AGAIN_MS = 30000;

export async function sendAll() {
  const state = await sync();
  await tellWhere(state);
  return state;
}

// The sessions anew, once all that was told is on the site; what was done before is in them.
export async function refresh() {
  if ((await waiting()).length > 0) return;
  const answer = await fetch("/offline/sessions", { redirect: "manual" });
  if (!answer.ok) return;
  const bundle = await answer.json();
  await keep("told", { day: bundle.day, sets: bundle.told });
  await keep("gone", []);
  await keep("mornings", []);
  await keep("now", null);
  await pictures(Object.values(bundle.parts).map((part) => part.html).join("")).catch(() => {});
  await keep("bundle", { ...bundle, lang: document.documentElement.lang, by: import.meta.url });
}

async function pictures(html) {
  const found = new DOMParser().parseFromString(html, "text/html").querySelectorAll("img");
  const wanted = new Set([...found].map((each) => each.getAttribute("src")));
  const cache = await caches.open(PICTURES);
  for (const each of await cache.keys()) if (!wanted.has(new URL(each.url).pathname)) await cache.delete(each);
  for (const each of wanted) if (!(await cache.match(each))) await cache.add(each);
}

// Whether the page knows of more than the sessions on the phone do, or another day has come, or another language
// was chosen. In the middle of the safety questions it is not asked yet: what they mean comes after the last of
// them.
async function isOld(seen) {
  if (location.pathname.startsWith("/screen/page")) return false;
  const known = await kept("bundle");
  const other = known?.lang !== document.documentElement.lang || known.by !== import.meta.url;
  return other || known.day !== today() || String(known.seen) !== seen;
}

// The sets that the site knows to be done, so that the session can go on without a network.
export async function remember() {
  const told = can && document.querySelector("#told");
  if (told) await keep("told", { day: today(), sets: JSON.parse(told.textContent) });
}

// Nothing is left, and no note comes any more to a device on which nobody is signed in.
async function forget() {
  await wipe();
  const worker = await navigator.serviceWorker.getRegistration();
  await (await worker?.pushManager?.getSubscription())?.unsubscribe();
}

// Whoever signs out leaves nothing here. While something waits, they are asked first.
async function leave(form) {
  await sync();
  const left = (await waiting()).length;
  if (left > 0 && !confirm(say(form, "lose", { left }))) return;
  await forget();
  form.submit();
}

export async function carry() {
  if (!can) return;
  if (document.querySelector("[data-wipe]")) return forget();
  addEventListener("submit", (event) => {
    if (!event.target.matches("form[action$='/account/out']")) return;
    event.preventDefault();
    leave(event.target);
  });
  await navigator.serviceWorker.register("/worker.js");
  addEventListener("online", sendAll);
  addEventListener("offline", () => sync().then(tellWhere));
  setInterval(async () => { if (mayKeep() && (await waiting()).length > 0) sendAll(); }, AGAIN_MS);
  const place = document.querySelector("#where");
  const seen = place?.dataset.seen;
  const state = await sendAll();
  await remember();
  if (seen) await keep("looks", document.documentElement.dataset.looks);
  if (!seen || !(state === "nothing" || state === "sent")) return;
  if (await isOld(seen)) await refresh();
  place.dataset.carried = "yes";
}
