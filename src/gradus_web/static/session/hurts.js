// "This hurts": the answer stands in the table that came with the page, and is said at once. No rule is here.

const LEFT_OUT = "";

export function hurts(root) {
  const table = JSON.parse(root.querySelector("#stops")?.textContent ?? "null");
  if (!table) return;
  for (const form of root.querySelectorAll(".log, .hurts form")) {
    const place = form.querySelector(".answer");
    form.addEventListener("change", () => show(place, answer(table, new FormData(form))));
  }
}

// The answer to what is told in a form; null where nothing was told yet.
export function answer(table, told) {
  const pain = told.get("pain") ?? LEFT_OUT;
  const kind = told.get("kind") ?? "known";
  const leg = told.get("leg") ?? "none";
  if (pain === LEFT_OUT && kind === "known" && leg === "none") return null;
  return table.says[table.cells[kind][leg][pain === LEFT_OUT ? 0 : Number(pain) + 1]];
}

function show(place, found) {
  place.hidden = !found?.says;
  place.querySelector(".says").textContent = found?.says ?? "";
  for (const each of place.querySelectorAll("[data-for]")) each.hidden = each.dataset.for !== found?.rule;
}
