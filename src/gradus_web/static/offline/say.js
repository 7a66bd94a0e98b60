// What scripts say: it comes with the page, in its language, and has places for what belongs into it.

const speaks = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const counts = new Intl.PluralRules(speaks);

const filled = (text, told) => text.replace(/{(\w+)}/g, (_, key) => told[key]);

// A page that an older version left on a phone may have no words for it.
export const say = (place, name, told = {}) => filled(place.getAttribute(`data-${name}`) ?? "", told);

// In the form that goes with the number: that of the first number which is counted in the same way.
export function counted(what, n, told = {}) {
  const forms = [...document.querySelector("#counted").content.querySelectorAll(`[data-what=${what}]`)];
  const form = forms.find((each) => counts.select(Number(each.dataset.n)) === counts.select(n)) ?? forms.at(-1);
  return filled(form.textContent, { n, ...told });
}

// A line with marks in it, which came as a template.
export function line(name, told) {
  const made = document.querySelector(`#${name}`).content.cloneNode(true);
  const texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = filled(texts.currentNode.data, told);
  return made;
}

export const day = (said) => new Date(said).toLocaleDateString(speaks, { weekday: "long", day: "numeric", month: "long" });

export const measured = (number, unit, digits) => new Intl.NumberFormat(speaks, { style: "unit", unit, maximumFractionDigits: digits }).format(number);
