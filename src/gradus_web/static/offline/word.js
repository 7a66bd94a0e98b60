// The small word at the top: what is stored where.

import { kept, keep, mayKeep, waiting } from "./store.js";

const many = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
const NAMED = { set: "set", morning: "morning" };

// What waits, in words: sets and mornings by name, and only where there are none of these, the rest. A set that
// was taken back does not count.
export function waits(held) {
  const back = new Set(held.map((each) => each.told.set).filter(Boolean));
  const told = Object.entries(NAMED).map(([what, name]) => [held.filter((each) => each.told.what === what && !back.has(each.told.id)).length, name]).filter(([n]) => n > 0);
  const parts = told.length ? told : [[held.length, "word"]];
  return `${parts.map(([n, name]) => many(n, name)).join(" and ")} ${parts.length === 1 && parts[0][0] === 1 ? "waits" : "wait"}`;
}

const WORDS = {
  offline: (what) => `No network. ${what} on this phone.`,
  "signed-out": (what) => `${what} on this phone. Sign in to send it.`,
  another: (what) => `${what} on this phone, of another account.`,
  sent: () => "Sent: all that waited on this phone is on the site.",
  nothing: () => (navigator.onLine ? "" : "No network. All that you told is on the site."),
};

export async function tellWhere(state) {
  const place = document.querySelector("#where");
  if (!place || !mayKeep()) return;
  const held = await waiting();
  const what = waits(held);
  const refused = (await kept("refused")) ?? [];
  const bad = refused.length ? ` ${many(refused.length, "thing")} could not be kept: ${refused.at(-1)}` : "";
  if (state === "nothing" && held.length === 0 && navigator.onLine && place.textContent === WORDS.sent()) return;
  place.textContent = `${WORDS[held.length === 0 && state !== "sent" ? "nothing" : state](what)}${bad}`;
  if (refused.length) await keep("refused", []);
}
