// The small word at the top: what is stored where.

import { kept, keep, waiting } from "./store.js";

const many = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

const WORDS = {
  offline: (what) => `No network. ${what} on this phone.`,
  "signed-out": (what) => `${what} on this phone. Sign in to send it.`,
  another: (what) => `${what} on this phone, of another account.`,
  sent: () => "Sent: all that waited on this phone is on the site.",
  nothing: () => (navigator.onLine ? "" : "No network. All that you told is on the site."),
};

export async function tellWhere(state) {
  const place = document.querySelector("#where");
  if (!place) return;
  const held = await waiting();
  const back = new Set(held.map((each) => each.told.set));
  const sets = held.filter((each) => each.told.what === "set" && !back.has(each.told.id)).length;
  const what = sets ? `${many(sets, "set")} ${sets === 1 ? "waits" : "wait"}` : `${many(held.length, "word")} ${held.length === 1 ? "waits" : "wait"}`;
  const refused = (await kept("refused")) ?? [];
  const bad = refused.length ? ` ${many(refused.length, "thing")} could not be kept: ${refused.at(-1)}` : "";
  if (state === "nothing" && held.length === 0 && navigator.onLine && place.textContent === WORDS.sent()) return;
  place.textContent = `${WORDS[held.length === 0 && state !== "sent" ? "nothing" : state](what)}${bad}`;
  if (refused.length) await keep("refused", []);
}
