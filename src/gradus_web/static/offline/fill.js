// The page of one set, filled from what came along.

import { button, element } from "../session/parts.js";
import { line, say } from "./say.js";

const set = (root, part, text) => { for (const each of root.querySelectorAll(part)) each.textContent = text; };

export function fill(root, { item, nth, side }, now, all, id) {
  const section = root.querySelector(".now");
  section.dataset.amount = item.amount;
  root.querySelector(".set").replaceChildren(line(`set-${side ?? "both"}`, { nth, of: item.sets }));
  const held = [item.load && say(root, "load", { load: item.weighs ?? item.load, unit: section.dataset.unit }), item.band && say(root, "band", item)].filter(Boolean);
  root.querySelector(".target").replaceChildren(element("b", "", item.target), ...held.map((words) => element("span", "", words)));
  set(root, ".inhand b", `${item.reserve}`);
  for (const each of root.querySelectorAll("input[name=id]")) each.value = id;
  root.querySelector(".log input[name=amount]").value = item.amount;
  const load = root.querySelector(".log input[name=load]");
  if (load) load.value = item.load;
  last(root, item, now);
  rest(root, now, all);
  list(root, item, now, all);
}

// The last values of this exercise stand there already.
function last(root, item, now) {
  const before = now.done.findLast((each) => each.exercise === item.exercise && each.id);
  for (const name of ["pain", "reserve"]) {
    const box = before?.[name] && root.querySelector(`.log input[name=${name}][value="${before[name]}"]`);
    if (box) box.checked = true;
  }
}

// The rest after the last set, by wall time.
function rest(root, now, all) {
  root.querySelector(".restclock")?.remove();
  const before = now.done.at(-1);
  const until = before?.at ? before.at + 1000 * (all.find((each) => each.exercise === before.exercise)?.rest_s ?? 0) : 0;
  if (until <= Date.now()) return;
  const place = element("p", "restclock");
  place.setAttribute("role", "timer");
  Object.assign(place.dataset, { until: new Date(until).toISOString(), set: before.id });
  root.querySelector(".clock").before(place);
}

// The whole session, with what is done of it.
function list(root, item, now, all) {
  root.querySelector(".list .exercises").replaceChildren(...rows(all, now, item.exercise));
}

export function rows(all, now, current) {
  return all.map((each) => {
    const made = element("li", "");
    if (each.exercise === current) made.setAttribute("aria-current", "step");
    const of = each.sets * each.sides.length;
    const done = now.done.filter((one) => one.exercise === each.exercise).length;
    const link = current ? button("", () => {}) : element("div", "");
    link.className = "row";
    link.dataset.at = each.exercise;
    link.append(element("span", "name", each.name), element("span", "dose", each.dose), element("span", `mark${done >= of ? " done" : ""}`, `${done}/${of}`));
    made.append(link);
    return made;
  });
}
