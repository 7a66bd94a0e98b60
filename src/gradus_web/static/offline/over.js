// From the page of the site to that which needs no network, in the middle of a session.

import { begun, tellSet, today } from "./telling.js";
import { can, keep, kept } from "./store.js";

// Goes on without a network with the set that could not be sent; false where no session came along for today.
export async function goOver(form) {
  const [bundle, told] = can ? [await kept("bundle"), await kept("told")] : [];
  const session = bundle?.sessions[0];
  if (!session?.days.includes(today()) || !form.matches(".log, .hurts form")) return false;
  const wished = new URLSearchParams(location.search);
  const now = begun(session.id, wished.has("low") || wished.has("minutes") ? "low" : "usual", told?.day === today() ? told.sets : []);
  const { nth, side } = document.querySelector(".now").dataset;
  if (!session[now.way].items.some((item) => item.exercise === new FormData(form).get("exercise"))) return false;
  await keep("gone", []);
  await tellSet(bundle, now, { nth: Number(nth), side: side || null }, form);
  location.assign("/offline");
  return true;
}
