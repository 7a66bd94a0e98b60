// Plus and minus beside a number, named as the page does.

import { say } from "./offline/say.js";

export function steppers(root) {
  for (const input of root.querySelectorAll(".stepper input")) {
    const box = document.createElement("span");
    box.className = "pm";
    input.replaceWith(box);
    const by = input.name === "load" ? 0.5 : Number(input.value) >= 30 && input.step === "any" ? 5 : 1;
    const button = (sign, name) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = sign > 0 ? "+" : "−";
      made.setAttribute("aria-label", say(document.querySelector("#said"), name, { by }));
      made.addEventListener("click", () => { input.value = Math.max(0, Number(input.value || 0) + sign * by); });
      return made;
    };
    box.append(button(-1, "less"), input, button(1, "more"));
  }
}
